/**
 * Keeps an element at the end of the page's body, whatever becomes of the body: sites that change pages without
 * loading them (Turbo, htmx, their own scripts) put a new body in, or new content into the old one.
 */
export function keepOnPage(host: HTMLElement): void {
  const observer = new MutationObserver(() => attach());
  const attach = () => {
    if (!host.isConnected && document.body) {
      // A site that keeps copies of its pages brings back a copy of the element, which has nothing in it.
      for (const copy of document.querySelectorAll(host.localName)) copy.remove();
      document.body.append(host);
    }
    // The element is a child of the body: nothing deeper can take it away. Observing a node again changes nothing.
    for (const node of [document, document.documentElement, document.body]) {
      if (node) observer.observe(node, { childList: true });
    }
  };
  // From a tag in the head there is no body yet, and from one further down the rest of it is still to come.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', attach);
  else attach();
}
