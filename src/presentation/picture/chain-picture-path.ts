import * as z from 'zod';
import { idSchema } from '../../assessment/id.ts';
import type { LinkStanding } from '../../assessment/sections/told.ts';
import { type Locale, localeSchema } from '../../conversation/locale.ts';

/** Which picture of a chain: whose links, how each stands, and the language. None of anybody's words are in it. */
export interface ChainPicture {
  readonly dialog: string;
  readonly links: readonly LinkStanding[];
  readonly locale: Locale;
}

const LETTERS: Readonly<Record<LinkStanding, string>> = { empty: 'e', named: 'n', measured: 'm' };

/** The address of a picture under the server's own: `/pictures/chain/plan.nnmee.fi.png`. */
export function chainPicturePath({ dialog, links, locale }: ChainPicture): string {
  return `/pictures/chain/${dialog}.${links.map(link => LETTERS[link]).join('')}.${locale}.png`;
}

const STANDINGS = { e: 'empty', n: 'named', m: 'measured' } as const;

const nameSchema = z.strictObject({
  dialog: idSchema,
  links: z
    .string()
    .transform(letters => [...letters].flatMap(letter => (isLetter(letter) ? [STANDINGS[letter]] : []))),
  locale: localeSchema,
});

function isLetter(letter: string): letter is keyof typeof STANDINGS {
  return letter in STANDINGS;
}

/** The picture a file name (`plan.nnmee.fi.png`) asks for, or undefined when there is none such. */
export function readChainPictureName(name: string): ChainPicture | undefined {
  const groups = /^(?<dialog>[a-z0-9-]+)\.(?<links>[enm]{1,12})\.(?<locale>[a-z]{2})\.png$/.exec(
    name,
  )?.groups;
  return nameSchema.safeParse({ ...groups }).data;
}
