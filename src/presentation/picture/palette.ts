/** A calm blue-green. Text on each fill keeps a contrast of at least 4.5:1 (held by a test). */
export const PANEL = { fill: '#f4f8fb', edge: '#cfdde8' };

export const INK = { strong: '#0b2f4f', quiet: '#44586b', line: '#6b8296', flag: '#f2b134' };

/** From the lowest step to the highest: the way up grows deeper. */
export const REACHED = { fills: ['#1f7a8c', '#17698a', '#115680', '#0c4370'], ink: '#ffffff' };

export const POSSIBLE = { fill: '#e6f2f5', stripe: '#a9d0da', edge: '#17698a', ink: '#0b2f4f' };

export const NOT_YET = { fill: '#ffffff', edge: '#6b8296', ink: '#44586b' };
