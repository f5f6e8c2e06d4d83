/** The colours of the launcher's button, by the names they have in its style. */
export type Colours = Readonly<Record<'--accent' | '--accent-strong' | '--on-accent', string>>;

/** WCAG 2.1, 1.4.3: what text needs on its ground. */
const READABLE = 4.5;

/**
 * A site's own colour for the button, `#rgb` or `#rrggbb`, with the text that can be read on it: white, or black where
 * white could not. One of the two always can. Undefined for anything else.
 */
export function coloursOf(accent: string): Colours | undefined {
  const ground = channelsOf(accent);
  if (!ground) return undefined;
  const white = contrast(luminance(ground), 1) >= READABLE;
  // Under the pointer it moves away from its text: what could be read still can.
  const towards = white ? 0 : 255;
  const strong = ground.map(channel => Math.round(channel + (towards - channel) * 0.25));
  return {
    '--accent': hex(ground),
    '--accent-strong': hex(strong),
    '--on-accent': white ? '#ffffff' : '#000000',
  };
}

function channelsOf(colour: string): readonly number[] | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour.trim())?.[1];
  if (digits === undefined) return undefined;
  const pairs = digits.length === 3 ? [...digits].map(digit => digit + digit) : (digits.match(/../g) ?? []);
  return pairs.map(pair => Number.parseInt(pair, 16));
}

function hex(channels: readonly number[]): string {
  return `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance (WCAG), 0–1. */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
