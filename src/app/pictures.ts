/** Wires the pictures that results show: each kind by the name of its file, which says what is in it. */
import { linkNames } from '../assessment/scoring/chain/chain-rules.ts';
import { matrixSides } from '../assessment/scoring/matrix/matrix-rules.ts';
import { radarAxes } from '../assessment/scoring/radar-axes.ts';
import type { Content } from '../content/load-content.ts';
import type { Pictures } from '../http/site.ts';
import { readChainPictureName } from '../presentation/picture/chain-picture-path.ts';
import { chainPictures } from '../presentation/picture/chain-pictures.ts';
import { readMatrixPictureName } from '../presentation/picture/matrix-picture-path.ts';
import { matrixPictures } from '../presentation/picture/matrix-pictures.ts';
import { readRadarPictureName } from '../presentation/picture/radar-picture-path.ts';
import { radarPictures } from '../presentation/picture/radar-pictures.ts';
import { readStairPictureName } from '../presentation/picture/stair-picture-path.ts';
import { stairPictures } from '../presentation/picture/stair-pictures.ts';
import { readTrendPictureName } from '../presentation/picture/trend-picture-path.ts';
import { trendPictures } from '../presentation/picture/trend-pictures.ts';

/** Kind → its pictures: `/pictures/<kind>/<name>`. */
export function createPictures({ translate, current }: Content): Readonly<Record<string, Pictures>> {
  const chain = chainPictures(translate, dialog => {
    const instrument = current(dialog);
    return instrument && linkNames(instrument);
  });
  const radar = radarPictures(translate, dialog => {
    const instrument = current(dialog);
    return instrument && radarAxes(instrument);
  });
  const matrix = matrixPictures(translate, dialog => {
    const instrument = current(dialog);
    return instrument && matrixSides(instrument);
  });
  return {
    stair: named(readStairPictureName, stairPictures(translate)),
    chain: named(readChainPictureName, chain),
    trend: named(readTrendPictureName, trendPictures(translate)),
    profile: named(readRadarPictureName, radar),
    matrix: named(readMatrixPictureName, matrix),
  };
}

function named<Picture>(
  read: (name: string) => Picture | undefined,
  draw: (picture: Picture) => Promise<Uint8Array> | undefined,
): Pictures {
  return name => {
    const asked = read(name);
    return asked && draw(asked);
  };
}
