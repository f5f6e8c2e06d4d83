/**
 * The launcher's looks, small enough to travel with it. What a site says of all its elements would count for more than
 * what stands here of the host, were it not important: then the inner word is the last.
 */
export const WIDGET_STYLE = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: auto 0 0 auto !important;
  z-index: 2147483000 !important; }
:host { --accent: #0b4f8a; --on-accent: #fff; --accent-strong: #083b68; --surface: #fff; --line: #c9d2da; --ring: #0b4f8a; }
@media (prefers-color-scheme: dark) {
  :host { --accent: #9ccaf2; --on-accent: #0c1a26; --accent-strong: #c3e0f8; --surface: #1a222a; --line: #44525f; --ring: #9ccaf2; }
}
button { display: flex; align-items: center; gap: 10px; margin: 16px; padding: 12px 18px; min-height: 48px;
  font: 600 16px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--on-accent); background: var(--accent); border: 2px solid transparent; border-radius: 26px;
  box-shadow: 0 2px 10px rgb(0 0 0 / .25); cursor: pointer; margin-inline-start: auto; }
button:hover { background: var(--accent-strong); }
button:focus-visible, iframe:focus-visible { outline: 3px solid var(--ring); outline-offset: 3px; }
svg, img { width: 22px; height: 22px; fill: currentColor; object-fit: contain; flex: none; }
.panel { margin: 0 16px; width: min(440px, calc(100vw - 32px)); height: min(720px, calc(100dvh - 112px)); }
.panel[hidden] { display: none; }
iframe { width: 100%; height: 100%; border: 1px solid var(--line); border-radius: 12px; background: var(--surface);
  box-shadow: 0 6px 28px rgb(0 0 0 / .3); box-sizing: border-box; color-scheme: light dark; }
@media (max-width: 480px) {
  .panel { margin: 0; width: 100vw; height: calc(100dvh - 80px); }
  iframe { border-radius: 12px 12px 0 0; }
}
@media (max-height: 480px) {
  button { margin: 4px 8px; padding: 6px 14px; min-height: 44px; }
  .panel { height: calc(100dvh - 56px); }
}
@media print { :host { display: none !important; } }
@media (forced-colors: active) { button { border-color: ButtonText; } svg { forced-color-adjust: auto; } }
`;
