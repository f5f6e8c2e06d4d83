/** "About the service": what it is, how it counts, which content it uses, who answers for it. */
import type { Instrument } from '../assessment/instrument.ts';
import { type Stair, stairsRules } from '../assessment/scoring/stairs/rules.ts';
import { sourcesOf } from '../assessment/sources-of.ts';
import { approvalLine } from '../presentation/approval-line.ts';
import { formatPercent, formatShare } from '../presentation/format-number.ts';
import type { InfoPart, InfoSection } from './info-markup.ts';
import type { InfoFacts, InfoVoice } from './info-options.ts';
import type { InfoContent } from './info-shell.ts';
import { contactList } from './page-contact.ts';

export function infoAbout(voice: InfoVoice, facts: InfoFacts): InfoContent {
  const { t } = voice;
  return {
    title: t('info:about.title'),
    lead: t('info:about.lead'),
    sections: [
      {
        heading: t('info:about.automation.heading'),
        parts: [
          t('bot:about.service'),
          t('bot:about.decision'),
          t('info:about.automation.open'),
          t('info:about.automation.save'),
        ],
      },
      counting(voice, facts),
      content(voice, facts),
      responsibility(voice, facts),
      contact(voice, facts),
      sources(voice, facts),
    ],
  };
}

function counting(voice: InfoVoice, { instruments }: InfoFacts): InfoSection {
  const { t } = voice;
  return {
    heading: t('info:about.counting.heading'),
    parts: [
      t('bot:result.own-rule'),
      {
        list: [
          t('info:about.counting.rules.cumulative'),
          t('info:about.counting.rules.met'),
          t('info:about.counting.rules.between'),
          t('info:about.counting.rules.unknown'),
          t('info:about.counting.rules.na'),
          t('info:about.counting.rules.cells'),
          t('info:about.counting.rules.actions'),
        ],
      },
      ...instruments
        .filter(({ scoring }) => scoring.by === 'stairs')
        .map(instrument => dialog(voice, instrument)),
      ...instruments.flatMap(({ id, scoring }): InfoPart[] => {
        const rules = `${id}:outcome.rules`;
        return scoring.by === 'stairs' || !t.has(rules)
          ? []
          : [{ heading: t(`${id}:title`), level: 3, parts: [t(rules)] }];
      }),
    ],
  };
}

function dialog(voice: InfoVoice, instrument: Instrument): InfoPart {
  const { t, locale } = voice;
  const { id } = instrument;
  const { stairs, provisionalBelow } = stairsRules(instrument);
  const limit = formatShare(locale, provisionalBelow);
  return {
    heading: t(`${id}:title`),
    level: 3,
    parts: [
      t('info:about.counting.provisional', { limit }),
      ...stairs.map((_, index) => stairPart(voice, instrument, index)),
    ],
  };
}

function stairPart(voice: InfoVoice, instrument: Instrument, index: number): InfoPart {
  const { t } = voice;
  const number = index + 1;
  const stair = stairsRules(instrument).stairs[index];
  return {
    heading: t('bot:stair.named', { stair: number, name: t(`${instrument.id}:stairs.${number}.name`) }),
    level: 4,
    parts: stair ? [requirement(voice, stair), { list: conditions(voice, instrument, stair) }] : [],
  };
}

/** How many of the conditions that apply must be met for the stair to hold. */
function requirement({ t, locale }: InfoVoice, { requires: { met, started } }: Stair): string {
  if (met === 1) return t('info:about.counting.all-met');
  const shares = { met: formatShare(locale, met), started: formatShare(locale, started) };
  return started === 1
    ? t('info:about.counting.some-met', { met: shares.met })
    : t('info:about.counting.some-started', shares);
}

function conditions({ t, locale }: InfoVoice, { id }: Instrument, stair: Stair): string[] {
  return stair.conditions.map(condition => {
    const name = t(`${id}:inputs.${condition.id}.short`);
    if (!('above' in condition)) return name;
    return t('info:about.counting.above', { condition: name, bound: formatPercent(locale, condition.above) });
  });
}

function content(voice: InfoVoice, { approvals }: InfoFacts): InfoSection {
  const { t } = voice;
  return {
    heading: t('info:about.content.heading'),
    parts: [
      t('info:about.content.reviewed'),
      { list: approvals.map(one => approvalLine(voice, t(one.title), one)) },
      t('info:about.content.language-review'),
    ],
  };
}

function responsibility({ t }: InfoVoice, { authority, responsibleRole }: InfoFacts): InfoSection {
  return {
    heading: t('info:about.responsible.heading'),
    parts: [
      t('info:about.responsible.authority', { authority }),
      responsibleRole === undefined
        ? t('info:about.responsible.unnamed')
        : t('info:about.responsible.role', { role: responsibleRole }),
      t('info:about.responsible.quality'),
    ],
  };
}

function contact({ t }: InfoVoice, { contact }: InfoFacts): InfoSection {
  return {
    heading: t('bot:contact.title'),
    parts: [{ markup: contactList(contact, { contactForm: t('page:contact.form') }) }],
  };
}

/** Where the questions come from and what the actions rest on, each named once. */
function sources({ t }: InfoVoice, { instruments, actions }: InfoFacts): InfoSection {
  const grounds = actions.flatMap(({ ground }) => ground).filter(id => id !== 'own');
  const ids = [...new Set([...instruments.flatMap(sourcesOf), ...grounds])];
  return {
    heading: t('info:about.sources.heading'),
    parts: [t('info:about.sources.intro'), { list: ids.map(id => t(`sources:${id}`)) }],
  };
}
