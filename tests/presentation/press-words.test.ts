/** What a press is called in a saved conversation, where its button is gone. */
import { expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import { classLabel } from '../../src/presentation/class-label.ts';
import { commandButton } from '../../src/presentation/command-button.ts';
import { dialogButton } from '../../src/presentation/dialog-button.ts';
import { pressWords } from '../../src/presentation/press-words.ts';
import { languageButtons } from '../../src/presentation/replies/language.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { CONTEXT } from './rendering.ts';

it.each(LOCALES)('a press is called what its button was: %s', locale => {
  const voice = voiceOf(locale, 'cards', CONTEXT);
  const buttons = [
    ...languageButtons(voice),
    commandButton(voice, 'help'),
    dialogButton(voice, 'quick-check'),
    { label: classLabel(voice, 'urban'), press: { do: 'compare', nonce: '1', value: 'urban' } as const },
  ];
  expect(buttons.map(({ press }) => pressWords(voice, press, undefined))).toEqual(
    buttons.map(({ label }) => label),
  );
});
