import type { Answers } from '../../answers.ts';
import { chosenOf } from '../../chosen-of.ts';
import type { Instrument } from '../../instrument.ts';
import { lowestOf } from '../../interval.ts';
import { memoPair } from '../../memo.ts';
import type { NamedItem } from '../../named-item.ts';
import { namedItemAt } from '../../named-item-at.ts';
import type { Outcome } from '../../outcome.ts';
import { itemsOf, type Place } from '../../places.ts';
import type { Axis } from '../../sections/profile.ts';
import type { Section, SectionOf } from '../../sections/section.ts';
import type { Given, Scoring } from '../port.ts';
import { scopeOf } from '../scope.ts';
import { axisAt } from './axis-level.ts';
import { checkLevels } from './check-levels.ts';
import { highestLevel, levelsRules, levelsRulesSchema } from './levels-rules.ts';

/**
 * A level for each item of a list, reached by a ladder of statements: all of a level and of those below must hold. Where
 * several units are gone through, each has its own, and the whole is on the level that all of them reach.
 */
export const levels: Scoring = {
  by: 'levels',
  rules: levelsRulesSchema,
  check: checkLevels,
  texts: instrument => [
    ...['title', 'strongest', 'weakest'].map(id => `outcome.${id}`),
    ...(levelsRules(instrument).units === undefined ? [] : ['outcome.units', 'outcome.rules']),
  ],
  outcome,
  report: outcome,
  interim,
};

type Profile = SectionOf<'profile'>;

const RULES: Section = { kind: 'rules', line: { id: 'rules' } };

function outcome(instrument: Instrument, { answers }: Given): Outcome {
  const all = profilesOf(instrument, answers);
  const [first] = all;
  const scope = scopeOf(instrument, answers);
  const whole: Profile = all.length > 1 || !first ? together(instrument, all) : first;
  return {
    dialog: instrument.id,
    version: instrument.version,
    sections: [
      ...(scope.length > 0 ? [{ kind: 'scope', entries: scope } as const] : []),
      ...(all.length > 1 ? [unitsLine(all)] : []),
      whole,
      ...extremes(whole.axes),
      ...(levelsRules(instrument).units === undefined ? [] : [RULES]),
      ...(all.length > 1 ? all.flatMap(chapterOf) : []),
    ],
  };
}

/** Of one axis, of all the axes of one unit, or of the whole: where somebody stands. */
function interim(instrument: Instrument, answers: Answers, at: readonly Place[]): readonly Section[] {
  const { axes, units } = levelsRules(instrument);
  if (at.some(({ list }) => list === axes))
    return [{ kind: 'profile', of: highestLevel(instrument), axes: [axisAt(instrument, answers, at)] }];
  if (units === undefined || at.length > 0) {
    const profile = profileAt(instrument, answers, at);
    return [profile, ...extremes(profile.axes)];
  }
  const { sections } = outcome(instrument, { answers, actions: [] });
  const chapter = sections.findIndex(({ kind }) => kind === 'chapter');
  const whole = chapter === -1 ? sections : sections.slice(0, chapter);
  return whole.filter(({ kind }) => kind !== 'scope');
}

/** Each unit's own profile; one without a name of its own where there are no units. */
const profilesOf = memoPair((instrument: Instrument, answers: Answers): readonly Profile[] => {
  const { units } = levelsRules(instrument);
  if (units === undefined) return [profileAt(instrument, answers, [])];
  const chosen = chosenOf(instrument, units, answers);
  return chosen.map(item => profileAt(instrument, answers, [{ list: units, item }]));
});

function profileAt(instrument: Instrument, answers: Answers, at: readonly Place[]): Profile {
  const { axes } = levelsRules(instrument);
  const chosen = chosenOf(instrument, axes, answers);
  const items = itemsOf(instrument, axes, { at, answers }).filter(
    ({ id }) => chosen.length === 0 || chosen.includes(id),
  );
  return {
    kind: 'profile',
    of: highestLevel(instrument),
    ...(at.length > 0 && { unit: namedItemAt(at, answers) }),
    axes: items.map(({ id }) => axisAt(instrument, answers, [...at, { list: axes, item: id }])),
  };
}

/** What all units reach, axis by axis, with how each of them stands. */
function together(instrument: Instrument, all: readonly Profile[]): Profile {
  const [first] = all;
  const axes = (first?.axes ?? []).map(({ item }, index): Axis => {
    const own = all.flatMap(({ unit, axes }) => {
      const axis = axes[index];
      return unit && axis ? [{ item: unit, level: axis.level, coverage: axis.coverage }] : [];
    });
    return {
      item,
      level: lowestOf(own.map(({ level }) => level)),
      coverage: own.reduce((sum, { coverage }) => sum + coverage, 0) / own.length,
      units: own.map(({ item: unit, level }) => ({ item: unit, level })),
    };
  });
  return { kind: 'profile', of: highestLevel(instrument), axes };
}

function unitsLine(all: readonly Profile[]): Section {
  const items = all.flatMap(({ unit }): NamedItem[] => (unit ? [unit] : []));
  return {
    kind: 'headline',
    line: { id: 'units', amounts: { items: { items }, number: { number: items.length } } },
  };
}

function chapterOf(profile: Profile): Section[] {
  return profile.unit ? [{ kind: 'chapter', item: profile.unit }, profile, ...extremes(profile.axes)] : [];
}

/** The strongest and the weakest by what is known for sure; nothing where all are alike. */
function extremes(axes: readonly Axis[]): Section[] {
  const told = axes.filter(({ coverage }) => coverage > 0);
  const lows = told.map(({ level }) => level.low);
  const [best, worst] = [Math.max(...lows), Math.min(...lows)];
  if (told.length < 2 || best === worst) return [];
  const at = (low: number) => told.filter(({ level }) => level.low === low).map(({ item }) => item);
  return [
    {
      kind: 'figures',
      lines: [
        { id: 'strongest', amounts: { items: { items: at(best) } } },
        { id: 'weakest', amounts: { items: { items: at(worst) } } },
      ],
    },
  ];
}
