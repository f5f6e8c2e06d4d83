import * as z from 'zod';
import type { Interval } from '../../assessment/interval.ts';
import { type Locale, localeSchema } from '../../conversation/locale.ts';

/** One result on the way: the day it was made (`2026-10-01`, in Finland), and where it stood. */
export interface TrendPoint extends Interval {
  readonly day: string;
}

/** Which picture: so many stairs or levels, the results from the oldest on, and the language. Nobody's words are in it. */
export interface TrendPicture {
  readonly of: number;
  readonly points: readonly TrendPoint[];
  readonly locale: Locale;
}

/** The address of a picture under the server's own: `/pictures/trend/4.20251128-1-2_20261128-2-2.fi.png`. */
export function trendPicturePath({ of, points, locale }: TrendPicture): string {
  const told = points.map(({ day, low, high }) => `${day.replaceAll('-', '')}-${low}-${high}`);
  return `/pictures/trend/${of}.${told.join('_')}.${locale}.png`;
}

/** Two results to eight: a trend has never more of them (`MOST_POINTS`). */
const NAME = /^(?<of>[1-9])\.(?<points>\d{8}-\d-\d(?:_\d{8}-\d-\d){1,7})\.(?<locale>[a-z]{2})\.png$/;
const POINT = /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})-(?<low>\d)-(?<high>\d)$/;

const pointSchema = z
  .strictObject({ day: z.iso.date(), low: z.coerce.number(), high: z.coerce.number() })
  .refine(({ low, high }) => low <= high);
const pictureSchema = z
  .strictObject({ of: z.coerce.number(), points: z.array(pointSchema), locale: localeSchema })
  .refine(({ of, points }) => points.every(({ high }) => high <= of));

/** The picture a file name asks for, or undefined when there is none such. */
export function readTrendPictureName(name: string): TrendPicture | undefined {
  const { of, points, locale } = NAME.exec(name)?.groups ?? {};
  const read = points?.split('_').map(one => {
    const { year, month, date, low, high } = POINT.exec(one)?.groups ?? {};
    return { day: `${year}-${month}-${date}`, low, high };
  });
  return pictureSchema.safeParse({ of, points: read, locale }).data;
}
