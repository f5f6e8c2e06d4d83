/** The talks whose turns are measured. What is typed is the same in every revision; a press is what the card offers. */
import { pressOn } from './open-card.ts';
import { answersKept, BEFORE, type Said, type Seen, take } from './take-turn.ts';

export interface Talk {
  /** Before the first turn that counts. */
  readonly begun: Seen;
  readonly said: readonly Said[];
  /** Answers kept at its end beyond those at its beginning. */
  readonly kept: number;
}

/** What is said next, given how many turns have counted. */
type Say = (seen: Seen, turn: number) => Said;

const START: Said = { press: { do: 'command', name: 'start' } };
const WORKBOOK: Said = { press: { do: 'command', name: 'workbook' } };

/** One for each of the thirteen questions, in their order. */
const ANSWERS = [
  'kyllä',
  'joo on',
  'osittain',
  'kyllä on sovittu',
  'ei vielä',
  'en tiedä',
  'kyllä',
  'joo on',
  '85',
  // The seven phases of the tenth.
  ...['täysin', 'osittain digitaalinen', 'manuaalinen', 'täysin', 'osin', 'käsin', 'en tiedä'],
  'osittain',
  'ei',
  'kyllä',
  'näytä tulos',
];
const SERVICES =
  'rakennusluvat tontit jätemaksut kaavoitus kirjastokortti koulukuljetukset päivähoitohakemus esiopetus tilavaraukset liikuntapaikat ostolaskut rekrytointi palaute kuulutukset starttiraha palkkatuki ruokalistat museo uimahalli venepaikat katuluvat kartta digituki ajanvaraus aloitteet kyselyt tiedotteet';
const OF_SERVICES = [
  'kansalaisopisto käytössä, käyttöaste 70 %',
  'nuorisotyö suunnitteilla',
  'missä mennään',
  'pysäköintiluvat käytössä ja täysin digitaalinen, 1200 asiaa vuodessa',
  'seuraava',
  'avoin data ei ole käytössä',
  'yritysneuvonta käytössä, käyttöaste 40 %, 90 asiaa vuodessa',
  'mitä tämä tarkoittaa',
  'musiikkiopisto osittain, asiointi verkossa kesken',
  'näytä tulos',
];

/**
 * Presses that reach the summary in no revision. It is five times as long as a question, and who is asked less gets there
 * earlier: with 17 presses this version showed it twice, and that of November once.
 */
const BEFORE_THE_SUMMARY = 13;

/** The cards of three of the six areas; the others' follow. */
const HALF_PRESSED = 20;

/** A talk by its name, with what comes before it already said. Presses are read from the cards here, not in the round. */
export async function talkNamed(name: string): Promise<Talk> {
  switch (name) {
    case 'quick-press':
      return talk(take(BEFORE, START), pressOn, BEFORE_THE_SUMMARY);
    case 'quick-words':
      return talk(take(BEFORE, START), typed(ANSWERS), ANSWERS.length);
    case 'workbook-press':
      return talk(await hold(talk(take(BEFORE, WORKBOOK), pressOn, HALF_PRESSED)), pressOn, 16);
    case 'workbook-words':
      return talk(await workbookTold(), typed(OF_SERVICES), OF_SERVICES.length);
    default:
      throw new Error(`there is no talk ${name}`);
  }
}

function workbookTold(): Promise<Seen> {
  const told = SERVICES.split(' ').map(name => `${name} käytössä, käyttöaste 85 %, 300 asiaa vuodessa`);
  const texts = ['kaikki', ...told];
  return hold(talk(take(BEFORE, WORKBOOK), typed(texts), texts.length));
}

function typed(texts: readonly string[]): Say {
  return (_, turn) => ({ text: texts[turn] ?? '' });
}

function talk(begun: Seen, say: Say, turns: number): Talk {
  const said: Said[] = [];
  let seen = begun;
  for (let turn = 0; turn < turns; turn++) {
    const next = say(seen, turn);
    said.push(next);
    seen = take(seen, next);
  }
  return { begun, said, kept: answersKept(seen) - answersKept(begun) };
}

/** Holds a talk from beginning to end. As in a server, nothing that is known in passing is known in the next turn. */
export async function hold({ begun, said }: Talk): Promise<Seen> {
  let seen = begun;
  for (const one of said) {
    seen = take(seen, one);
    await Promise.resolve();
  }
  return seen;
}
