import { createRequire } from 'node:module';

const PIXELS_WIDE = 960;

/** Drawn in a thread of the library's; only the packing of the pixels, 7 ms once a picture, is done between turns. */
export async function toPng(svg: string): Promise<Buffer> {
  // Native, and not small: loaded with the first picture.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: PIXELS_WIDE },
    // The same letters on every machine, also where no font is installed.
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  });
  return image.asPng();
}

const FONTS = ['400Regular', '600SemiBold', '700Bold'].map(weight =>
  createRequire(import.meta.url).resolve(
    `@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`,
  ),
);
