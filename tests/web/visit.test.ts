import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemory, type Memory } from '../../web/memory.ts';
import { createVisit, visitKind } from '../../web/visit.ts';

const NOW = Date.UTC(2026, 10, 27, 12);

function memoryOf(values: Record<string, string> = {}): Memory {
  const shelf = new Map(Object.entries(values).map(([name, value]) => [`porrasbotti.${name}`, value]));
  return createMemory(() => ({
    getItem: name => shelf.get(name) ?? null,
    setItem: (name, value) => void shelf.set(name, value),
    removeItem: name => void shelf.delete(name),
  }));
}

const refusing = createMemory(() => {
  throw new Error('SecurityError');
});

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

describe('who comes to the page', () => {
  test.each([
    ['nobody was here before', {}, {}, 'new'],
    ['somebody was here before, and every tab is closed', { resume: 'r' }, {}, 'returning'],
    ['the page was loaded anew in this tab', { resume: 'r' }, { here: '1' }, 'going-on'],
    ['another tab is open', { resume: 'r', beat: String(NOW - 4000) }, {}, 'going-on'],
    [
      'a tab was open long ago and never said farewell',
      { resume: 'r', beat: String(NOW - 99_000) },
      {},
      'returning',
    ],
    ['the tab was here, but the conversation was erased', {}, { here: '1' }, 'new'],
  ] as const)('%s', (_what, browser, tab, kind) => {
    expect(visitKind({ browser: memoryOf(browser), tab: memoryOf(tab) }, NOW)).toBe(kind);
  });

  test('a browser that refuses storage meets a new visitor every time', () => {
    expect(visitKind({ browser: refusing, tab: refusing }, NOW)).toBe('new');
  });
});

describe('a visit', () => {
  const kindOf = (browser: Memory, tab = memoryOf()) => visitKind({ browser, tab }, Date.now());

  test('leaves nothing to come back to until the person takes part', () => {
    const [browser, tab] = [memoryOf(), memoryOf()];
    const visit = createVisit({ browser, tab });
    visit.hold('resume');
    expect(visit.resume()).toBe('resume');
    expect(kindOf(browser, tab)).toBe('new');
    visit.takePart();
    expect(kindOf(browser, tab)).toBe('going-on');
    visit.leave();
    expect(kindOf(browser)).toBe('returning');
  });

  test('keeps what it is handed later, and says that it is there as long as it is', () => {
    const browser = memoryOf();
    const visit = createVisit({ browser, tab: memoryOf() });
    visit.takePart();
    visit.hold('late');
    vi.advanceTimersByTime(10 * 60_000);
    expect(kindOf(browser)).toBe('going-on');
    expect(browser.read('resume')).toBe('late');
  });

  test('is forgotten whole', () => {
    const [browser, tab] = [memoryOf(), memoryOf()];
    const visit = createVisit({ browser, tab });
    visit.takePart();
    visit.hold('resume');
    tab.write('grid', 'unsaved');
    visit.forget();
    expect(tab.read('grid')).toBeUndefined();
    vi.advanceTimersByTime(10 * 60_000);
    expect(visit.resume()).toBeUndefined();
    expect(kindOf(browser, tab)).toBe('new');
    expect(visit.left()).toBe('resume');
    visit.takePart();
    expect(kindOf(browser)).toBe('new');
  });

  test('works without storage', () => {
    const visit = createVisit({ browser: refusing, tab: refusing });
    visit.takePart();
    visit.hold('resume');
    expect(visit.resume()).toBe('resume');
    visit.leave();
    visit.forget();
  });
});
