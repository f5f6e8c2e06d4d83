/** Which version of the catalogue a result was advised from: noted when it is made, told when it is looked at. */
import { describe, expect, it } from 'vitest';
import { catalogueOf, withCatalogue } from '../../src/assessment/catalogue-version.ts';
import { changeSection, overviewSection } from '../../src/assessment/follow-up.ts';
import { type Outcome, sectionOf } from '../../src/assessment/outcome.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { catalogueLines } from '../../src/presentation/catalogue-lines.ts';
import { provenanceLines } from '../../src/presentation/provenance-lines.ts';
import { result } from '../../src/presentation/replies/result.ts';
import { changeBlocks } from '../../src/presentation/sections/change.ts';
import { trendBlocks } from '../../src/presentation/sections/trend.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { keptText } from '../../src/reports/workbook/kept-text.ts';
import { sharedReport } from '../../src/saving/shared-report.ts';
import { readShare } from '../../src/turns/kept-share.ts';
import { content } from '../support/content.ts';
import { realContext, renderContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';
import { bytesOf } from '../turns/november-bytes.ts';
import { ANSWERS, instrument, outcomeOf } from './every-reply.ts';

const APPROVED = { role: 'content-owner', date: '2026-12-31' };
const { version } = content.actionsVersion;
const made = outcomeOf(ANSWERS);
const earlier = withCatalogue(made, '0.9.0');
const now = withCatalogue(made, version);

const voices = LOCALES.map(locale => voiceOf(locale, 'text', renderContext));
const blocksIn = (blocks: readonly object[]) => JSON.stringify(blocks);

function changeFrom(before: Outcome) {
  const kept = {
    dialog: instrument.id,
    version: instrument.version,
    at: 1,
    answers: ANSWERS,
    outcome: before,
  };
  return changeSection(kept, { instrument, answers: ANSWERS, outcome: now, actions: content.actions });
}

describe('the catalogue of a result', () => {
  it('is noted in the turn that makes it', () => {
    const turns = ['[open quick-check]', 'näytä tulos', 'kyllä'];
    const outcomes: Outcome[] = [];
    turns.reduce((session, does) => {
      const turn = takeTurn({ context: realContext, session, now: 1 }, inputOf(does, session));
      for (const reply of turn.replies) if (reply.kind === 'result') outcomes.push(reply.outcome);
      return turn.session;
    }, newSession('fi'));
    expect(outcomes.map(catalogueOf)).toContain(version);
  });

  it('is the one in force with who approved it, an earlier one by its number, or not known', () => {
    for (const voice of voices) {
      const [force, before, unknown] = [now, earlier, made].map(one => catalogueLines(voice, one).join());
      expect(force).toContain(version);
      expect(force).not.toContain('0.9.0');
      expect(before).toMatch(new RegExp(`0\\.9\\.0.*${version.replaceAll('.', '\\.')}`));
      expect(unknown).not.toContain('0.9.0');
      expect(new Set([force, before, unknown])).toHaveLength(3);
    }
    expect(catalogueLines(voiceOf('fi', 'text', renderContext), { ...made, sections: [] })).toEqual([]);
  });

  it('is told with the instrument in one line where nobody has approved either', () => {
    for (const voice of voices) {
      const lines = provenanceLines(voice, instrument, now);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(instrument.version);
      expect(lines[0]).toContain(version);
      expect(provenanceLines(voice, instrument, earlier)).toHaveLength(2);
      expect(provenanceLines(voice, { ...instrument, approved: APPROVED }, now)).toHaveLength(2);
      const said = { dialog: instrument.id, version: instrument.version, outcome: now, answers: ANSWERS };
      const drawn = result(voice, { kind: 'result', ...said, reasons: {} });
      expect(blocksIn(drawn).split(lines[0] ?? '')).toHaveLength(2);
    }
  });

  it('is told of a result that somebody shared before the catalogue changed', () => {
    const parts = { content, render: renderContext, authority: 'Nurmela', now: () => 1 };
    const shared = (outcome: Outcome) =>
      JSON.stringify(
        sharedReport(parts, { dialog: instrument.id, version: instrument.version, outcome }, 'fi').facts,
      );
    expect(shared(earlier)).toContain('luettelon versiosta 0.9.0');
    expect(shared(now)).not.toContain('0.9.0');
    const november = readShare(bytesOf('share'));
    expect(november && catalogueOf(november.outcome)).toBe('unknown');
  });

  it('stands beside the one of now where the two differ', () => {
    expect(changeFrom(now).catalogue).toBeUndefined();
    expect(changeFrom({ ...made, sections: [] }).catalogue).toBeUndefined();
    expect(changeFrom(earlier).catalogue).toEqual({ before: '0.9.0', now: version });
    for (const voice of voices) {
      const told = (before: Outcome) =>
        blocksIn(changeBlocks(voice, { instrument, section: changeFrom(before) }));
      expect(told(earlier)).toContain('0.9.0');
      expect(told(made)).toContain(version);
      expect(told(now)).not.toContain(version);
    }
  });

  it('stands with each result on the way, where it was noted', () => {
    const points = [earlier, made, now].map((outcome, at) => ({ at, version: '2.0.0', outcome }));
    const section = overviewSection(points);
    expect(section.points.map(({ catalogue }) => catalogue)).toEqual(['0.9.0', 'unknown', version]);
    const rows = trendBlocks(voiceOf('fi', 'text', renderContext), { instrument, section });
    expect(blocksIn(rows).match(/Toimenpideluettelon versio [\d.]+/g)).toEqual([
      'Toimenpideluettelon versio 0.9.0',
      `Toimenpideluettelon versio ${version}`,
    ]);
    expect(sectionOf(earlier, 'actions')?.ids).toEqual(sectionOf(made, 'actions')?.ids);
  });

  it('stands in the spreadsheet beside the figures of last year', () => {
    const at = Date.UTC(2025, 10, 27, 22, 30);
    for (const locale of LOCALES) {
      const told = { t: content.translate(locale), locale };
      expect(keptText({ at, version: '2.0.0', catalogue: '0.9.0' }, told)).toMatch(/2025.*2\.0\.0.*0\.9\.0/);
      expect(keptText({ at, version: '2.0.0', catalogue: 'unknown' }, told)).not.toContain('unknown');
      expect(keptText(undefined, told)).toBeUndefined();
    }
    expect(keptText({ at, version: '2.0.0' }, { t: content.translate('fi'), locale: 'fi' })).toContain(
      '28.11.2025',
    );
  });
});
