import * as z from 'zod';
import { idSchema } from '../../assessment/id.ts';
import { type Locale, localeSchema } from '../../conversation/locale.ts';

/** How much something matters and how soon, each from 1 for the least. */
export interface MatrixSpot {
  readonly impact: number;
  readonly urgency: number;
}

/** Which picture: whose sides, where each of the things stands, the first being number 1, and the language. */
export interface MatrixPicture {
  readonly dialog: string;
  readonly spots: readonly MatrixSpot[];
  readonly locale: Locale;
}

/** Most things that one picture shows: the highest. More numbers would be too small. */
export const MOST_SPOTS = 20;

/** The address of a picture under the server's own: `/pictures/matrix/plan.44_43_21.fi.png`. */
export function matrixPicturePath({ dialog, spots, locale }: MatrixPicture): string {
  const told = spots.map(({ impact, urgency }) => `${impact}${urgency}`);
  return `/pictures/matrix/${dialog}.${told.join('_')}.${locale}.png`;
}

const NAME = /^(?<dialog>[a-z0-9-]+)\.(?<spots>[1-9][1-9](?:_[1-9][1-9]){0,19})\.(?<locale>[a-z]{2})\.png$/;

const spotSchema = z.strictObject({ impact: z.number(), urgency: z.number() });
const pictureSchema = z.strictObject({ dialog: idSchema, spots: z.array(spotSchema), locale: localeSchema });

/** The picture a file name asks for, or undefined when there is none such. */
export function readMatrixPictureName(name: string): MatrixPicture | undefined {
  const { dialog, spots, locale } = NAME.exec(name)?.groups ?? {};
  const read = spots
    ?.split('_')
    .map(([impact, urgency]) => ({ impact: Number(impact), urgency: Number(urgency) }));
  return pictureSchema.safeParse({ dialog, spots: read, locale }).data;
}
