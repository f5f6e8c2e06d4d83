/** How Web Chat asks for the line below a message: sent when, or not sent. */

/** A React element, of which only the outside is touched here. */
export interface ViewElement {
  readonly type: unknown;
  readonly props: object;
}

export interface StatusRequest {
  readonly activity: { readonly timestamp?: string };
  readonly hideTimestamp?: boolean;
  readonly sendState?: string;
}

export type StatusRenderer = (request: StatusRequest) => ViewElement;
export type StatusMiddleware = () => (next: StatusRenderer) => StatusRenderer;
