/**
 * Runs inside the page, before its own scripts: notes when there is something to press, presses it, and notes when the
 * first question is there. What a person would see decides: an element that is drawn, and on top at its middle.
 */
export const PROBE = `(() => {
  const noted = { tasks: [], shifts: [] };
  window.__noted = noted;
  const observe = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('longtask', entry => noted.tasks.push(entry.duration));
  observe('layout-shift', entry => noted.shifts.push(entry.value));
  const onTop = element => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = width > 0 && document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 1));
    return hit && (element === hit || element.contains(hit) || hit.contains(element));
  };
  const look = () => {
    const button = document.querySelector('button.ac-pushButton.style-positive');
    if (noted.button === undefined && button && onTop(button)) {
      noted.button = performance.now();
      button.click();
    }
    const asked = [...document.querySelectorAll('.ac-adaptiveCard')].some(card => card.querySelector('.ac-columnSet, .ac-input') && onTop(card));
    if (asked) noted.question = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;
