import { z } from 'zod';
import type { StairInterval } from '../../assessment/score.ts';
import { type Locale, localeSchema } from '../../conversation/locale.ts';

/** Which picture: the interval, and the language of its words. */
export interface StairPicture extends StairInterval {
  readonly locale: Locale;
}

/** The address of a picture under the server's own: `/pictures/stair/1-3.fi.png`. */
export function stairPicturePath({ low, high, locale }: StairPicture): string {
  return `/pictures/stair/${low}-${high}.${locale}.png`;
}

const stair = z.coerce.number().int().min(0).max(4);
const pictureSchema = z
  .strictObject({ low: stair, high: stair, locale: localeSchema })
  .refine(({ low, high }) => low <= high);

/** The picture a file name (`1-3.fi.png`) asks for, or undefined when there is none such. */
export function readStairPictureName(name: string): StairPicture | undefined {
  const groups = /^(?<low>\d)-(?<high>\d)\.(?<locale>[a-z]{2})\.png$/.exec(name)?.groups;
  return pictureSchema.safeParse({ ...groups }).data;
}
