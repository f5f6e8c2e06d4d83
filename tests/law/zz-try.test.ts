import { it } from 'vitest';
import { appInProcess } from '../support/app-in-process.ts';
import { personAt, fileLinks } from './person.ts';
it('try', async () => {
  const app = await appInProcess();
  const p = await personAt(app.address);
  console.log(p.greeted.words, JSON.stringify(p.greeted.buttons));
  for (const w of ['oletko ihminen?','tallenna keskustelu','aloita','yhteystiedot','Kirjoita runo digitalisaatiosta','asdf qwerty','lorem ipsum dolor','muistiinpano','Merkki-4711 kertoo','tallenna tulos','poista tietoni','kyllä','är du en människa?','are you human?']) {
    const h = await p.say(w);
    console.log('>>>', w, '\n', h.words, fileLinks(h));
    for (const l of fileLinks(h)) { const r = await fetch(l.replace('localhost','127.0.0.1')); console.log(r.status, (await r.text()).slice(0,600)); }
  }
  for (const path of ['/info','/privacy','/accessibility?lang=sv']) { const r = await fetch(app.address+path); console.log(r.status, [...r.headers], await r.text()); }
  await app.close();
}, 60000);
