/** The name of the tab in the app's manifest. */
export const TAB = 'result';

interface TabLink {
  /** The app's id in the organisation's catalogue. */
  readonly appId: string;
  readonly publicUrl: string;
  /** Opens one conversation's result. */
  readonly key: string;
}

/**
 * Opens the tab inside Teams by Microsoft's deep links: what is given as `subEntityId` comes to the page as its key.
 * Where Teams cannot show the tab, it opens the page in a browser.
 */
export function teamsTabLink({ appId, publicUrl, key }: TabLink): string {
  const link = new URL(`https://teams.microsoft.com/l/entity/${appId}/${TAB}`);
  link.searchParams.set('webUrl', `${publicUrl}/tab?key=${key}`);
  link.searchParams.set('context', JSON.stringify({ subEntityId: key }));
  return link.href;
}
