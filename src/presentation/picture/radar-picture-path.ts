import * as z from 'zod';
import { idSchema } from '../../assessment/id.ts';
import type { Interval } from '../../assessment/interval.ts';
import { type Locale, localeSchema } from '../../conversation/locale.ts';

/** One spoke: the level that is surely reached, the one that may be, and the one that is aimed at. */
export interface RadarAxis extends Interval {
  readonly target?: number | undefined;
}

/** Which picture: whose axes, how each stands, and the language. None of anybody's words are in it. */
export interface RadarPicture {
  readonly dialog: string;
  readonly axes: readonly RadarAxis[];
  readonly locale: Locale;
}

/** The address of a picture under the server's own: `/pictures/profile/plan.22x_134.fi.png`. `x`: nothing is aimed at. */
export function radarPicturePath({ dialog, axes, locale }: RadarPicture): string {
  const told = axes.map(({ low, high, target }) => `${low}${high}${target ?? 'x'}`);
  return `/pictures/profile/${dialog}.${told.join('_')}.${locale}.png`;
}

/** With fewer spokes there is no picture, with more they are too close together. */
export const SPOKES = { fewest: 3, most: 12 } as const;

const NAME = /^(?<dialog>[a-z0-9-]+)\.(?<axes>\d\d[\dx](?:_\d\d[\dx]){2,11})\.(?<locale>[a-z]{2})\.png$/;

const axisSchema = z
  .strictObject({ low: z.number(), high: z.number(), target: z.number().optional() })
  .refine(({ low, high }) => low <= high);
const pictureSchema = z.strictObject({ dialog: idSchema, axes: z.array(axisSchema), locale: localeSchema });

/** The picture a file name asks for, or undefined when there is none such. */
export function readRadarPictureName(name: string): RadarPicture | undefined {
  const { dialog, axes, locale } = NAME.exec(name)?.groups ?? {};
  const read = axes?.split('_').map(([low, high, target]) => ({
    low: Number(low),
    high: Number(high),
    ...(target !== 'x' && { target: Number(target) }),
  }));
  return pictureSchema.safeParse({ dialog, axes: read, locale }).data;
}
