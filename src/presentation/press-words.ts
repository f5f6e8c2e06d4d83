import type { Definition } from '../assessment/definition.ts';
import { findInput, stepAsking } from '../assessment/definition.ts';
import type { Press } from '../conversation/press.ts';
import { stepText, valueLabel } from './dialog-texts.ts';
import type { Voice } from './voice.ts';

/** What a press said, as its button did: for a transcript, where the buttons are gone. */
export function pressWords(voice: Voice, press: Press, definition: Definition | undefined): string {
  const { t } = voice;
  switch (press.do) {
    case 'command':
      return t(`bot:commands.${press.name}`);
    case 'locale':
      return press.value;
    case 'confirm':
      return t(`files:pressed.${press.value}`);
    case 'feedback':
      return t(`bot:feedback.${press.value}`);
    case 'form':
      return t('files:pressed.form');
    case 'workbook-form':
      return t('files:pressed.form');
    case 'workbook-go':
      return t('files:pressed.go');
    case 'reason':
    case 'note':
      return press.value || t('files:pressed.no');
    case 'edit':
      return t('files:pressed.edit', { step: named(voice, definition, press.step) });
    case 'answer':
      return answered(voice, definition, press);
  }
}

function named(voice: Voice, definition: Definition | undefined, step: string): string {
  const found = definition?.steps.find(({ id }) => id === step);
  return definition && found ? stepText(voice, definition, { step: found, part: 'short' }) : step;
}

function answered(voice: Voice, definition: Definition | undefined, press: Press & { do: 'answer' }): string {
  const input = definition && stepAsking(definition, press.step) && findInput(definition, press.step);
  const known = input && (input.type === 'number' || isOption(definition, input.scale, press.value));
  return definition && input && known
    ? valueLabel(voice, definition, { input, value: press.value })
    : String(press.value);
}

function isOption(definition: Definition, scale: string, value: string | number): boolean {
  return value === 'unknown' || value === 'na' || Object.hasOwn(definition.scales[scale] ?? {}, value);
}
