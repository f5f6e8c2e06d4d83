/** The script of the tab in Teams: tells Teams that the page has come. Opened in a browser, there is nobody to tell. */
import { app } from '@microsoft/teams-js';

app.initialize().catch(() => undefined);
