/** `npm run services:learn`: writes the names that services are known by from the labelled tables of all hands. */
import { writeFileSync } from 'node:fs';
import { writtenServiceNames } from '../src/catalogue/service-names.ts';
import { serviceNamesFile } from '../src/content/load-content.ts';
import { namesOf, readTable, TABLES } from '../tests/catalogue/table.ts';

const names = TABLES.flatMap(table => namesOf(readTable(table)));
const file = serviceNamesFile('workbook');
writeFileSync(file, writtenServiceNames(names));
console.log(`${file}: ${names.length} names`);
