/** A process of its own that answers as Palvelutietovaranto does, so that its cost is not counted as ours: prints its address. */
import { readTable } from '../../tests/catalogue/table.ts';
import { makeMunicipality } from '../../tests/support/register-data.ts';
import { startRegisterServer } from '../../tests/support/register-server.ts';

const table = [...readTable('labelled'), ...readTable('held-out')];
const server = await startRegisterServer();
const [, , small = '', ...cities] = process.argv;
server.set(small, makeMunicipality({ code: small, name: 'Esimerkkilä', table, services: 20 }));
// Ten are the state's and a wellbeing county's.
for (const code of cities)
  server.set(code, makeMunicipality({ code, name: 'Esimerkkilä', table, services: 410, channelsEach: 5 }));
process.stdout.write(`${server.url}\n`);
