/** One small parser a field type: what was put into a card's field, or typed for it, as a value. */
import { isOut, type Value } from '../assessment/answers.ts';
import type { CardField } from '../assessment/card.ts';
import { boundsOf } from '../assessment/field.ts';
import { outsOf } from '../assessment/instrument.ts';
import type { Register } from '../assessment/register.ts';
import type { RunScene, Scene } from './context.ts';
import { readNumberField } from './naming/read-number-field.ts';
import { findName, namesNear } from './naming/register-names.ts';
import { readDate } from './read-date.ts';
import type { Rejection } from './rejection.ts';

export type ValueRead =
  | { readonly kind: 'value'; readonly value: Value }
  /** A name with a slip of the pen in it: asked back. */
  | { readonly kind: 'guess'; readonly value: Value }
  /** Nothing was put in, or that it is not known where this is no answer. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly rejection: Rejection };

/** What a card sent for one of its fields. */
export function readValue(scene: RunScene, { input }: CardField, text: string): ValueRead {
  const trimmed = text.trim();
  if (trimmed === '') return EMPTY;
  if (isOut(trimmed) && input.type !== 'text')
    return outsOf(scene.instrument, input).includes(trimmed) ? readAs(trimmed) : EMPTY;
  switch (input.type) {
    case 'choice':
      return readAs(trimmed);
    case 'number':
      return numberOf(scene, { input }, trimmed);
    case 'text':
      return readAs(tidied(text, input.lines));
    case 'date': {
      const date = readDate(trimmed, scene.now);
      return date === undefined ? problem('not-a-date') : readAs(date);
    }
    case 'register':
      return named(scene, input.register, trimmed);
    case 'multi':
    case 'choose':
      return readAs(
        trimmed
          .split(',')
          .map(part => tidied(part, 1))
          .filter(part => part !== ''),
      );
  }
}

function named({ instrument }: RunScene, id: string, text: string): ValueRead {
  const register = instrument.registers[id];
  const found = register && findName(register, text);
  if (!found) return { kind: 'problem', rejection: notListed(register, text) };
  return found.sure ? readAs(found.code) : { kind: 'guess', value: found.code };
}

/** No name of a register, and those that may be meant. */
export function notListed(register: Register | undefined, text: string): Rejection {
  const near = register ? namesNear(register, text) : [];
  return { problem: 'not-listed', ...(near.length > 0 && { near }) };
}

function numberOf(
  scene: Scene,
  { input }: { input: CardField['input'] & { type: 'number' } },
  text: string,
): ValueRead {
  const read = readNumberField(scene, input, text);
  if (read.kind === 'nothing') return EMPTY;
  if (read.kind === 'problem') return read;
  // A guess among words is for the chat to ask back; a card is sent in as it stands.
  return read.sure
    ? readAs(read.value)
    : { kind: 'problem', rejection: { problem: 'not-a-number', ...boundsOf(input) } };
}

/** Cells and pasted text come with stray line breaks and tabs: on one line they are spaces. */
function tidied(text: string, lines: number): string {
  const folded = lines > 1 ? text.replace(/[^\S\n]+/g, ' ') : text.replace(/[\s\u00a0]+/g, ' ');
  return folded.trim();
}

const EMPTY: ValueRead = { kind: 'empty' };

function readAs(value: Value): ValueRead {
  return { kind: 'value', value };
}

function problem(name: Rejection['problem']): ValueRead {
  return { kind: 'problem', rejection: { problem: name } };
}
