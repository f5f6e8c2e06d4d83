import * as z from 'zod';
import type { Interval } from '../../assessment/interval.ts';
import { type Locale, localeSchema } from '../../conversation/locale.ts';

export interface StairShown extends Interval {
  /** Said first, where most of the answers are still open. */
  readonly provisional?: true | undefined;
}

/** Which picture: what it shows, and the language of its words. */
export interface StairPicture extends StairShown {
  readonly locale: Locale;
}

/** The address of a picture under the server's own: `/pictures/stair/1-3.fi.png`, `/pictures/stair/0-4.provisional.fi.png`. */
export function stairPicturePath({ low, high, provisional, locale }: StairPicture): string {
  return `/pictures/stair/${low}-${high}${provisional ? '.provisional' : ''}.${locale}.png`;
}

const stair = z.coerce.number().int().min(0).max(4);
const pictureSchema = z
  .strictObject({ low: stair, high: stair, provisional: z.literal(true).optional(), locale: localeSchema })
  .refine(({ low, high }) => low <= high);

/** The picture a file name (`1-3.fi.png`) asks for, or undefined when there is none such. */
export function readStairPictureName(name: string): StairPicture | undefined {
  const groups = /^(?<low>\d)-(?<high>\d)(?<provisional>\.provisional)?\.(?<locale>[a-z]{2})\.png$/.exec(
    name,
  )?.groups;
  const { provisional, ...rest } = { ...groups };
  return pictureSchema.safeParse({ ...rest, ...(provisional && { provisional: true }) }).data;
}
