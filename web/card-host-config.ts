/** How Adaptive Cards are drawn. Colours are variables of the style sheet, as everywhere on the page. */
const text = (plain: string) => ({ default: plain, subtle: 'var(--muted)' });

const FOREGROUND = {
  default: text('var(--text)'),
  dark: text('var(--text)'),
  light: text('var(--muted)'),
  accent: text('var(--accent)'),
  good: text('var(--good-text)'),
  warning: text('var(--warn-text)'),
  attention: text('var(--bad-text)'),
};

const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors: FOREGROUND });

export const CARD_HOST_CONFIG = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  fontSizes: { small: 14, default: 16, medium: 18, large: 21, extraLarge: 26 },
  fontWeights: { lighter: 400, default: 400, bolder: 650 },
  lineHeights: { small: 20, default: 24, medium: 26, large: 28, extraLarge: 32 },
  spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  imageSizes: { small: 40, medium: 80, large: 160 },
  textBlock: { headingLevel: 2 },
  textStyles: {
    heading: { size: 'default', weight: 'bolder', color: 'default', isSubtle: false, fontType: 'default' },
  },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--soft)'),
    accent: container('var(--filled)'),
    good: container('var(--good)'),
    warning: container('var(--warn)'),
    attention: container('var(--bad)'),
  },
  actions: {
    actionsOrientation: 'vertical',
    actionAlignment: 'stretch',
    buttonSpacing: 8,
    maxActions: 20,
    spacing: 'medium',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: {
      color: 'default',
      size: 'default',
      isSubtle: false,
      weight: 'bolder',
      wrap: true,
      maxWidth: 200,
    },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 12,
  },
} as const;
