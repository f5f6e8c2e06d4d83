/** The workbook's cards had names of their own (`service:work:startup-grants`). */

/** `service:work:startup-grants` → `work.startup-grants.details`; undefined for what was no card. */
export function newKey(place: string): string | undefined {
  const [card = '', area = '', detail = ''] = place.split(':');
  switch (card) {
    case 'areas':
    case 'target':
      return card;
    case 'services':
      return `${area}.statuses.${detail}`;
    case 'own':
      return `${area}.statuses.own`;
    case 'area':
      return `${area}.figures`;
    case 'service':
      return `${area}.${detail}.details`;
    case 'benefit':
      return `${area}.${detail}.benefit`;
    default:
      return undefined;
  }
}
