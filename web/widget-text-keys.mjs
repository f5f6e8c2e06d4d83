/** The texts that the build puts into the widget, by the names it uses for them. */
export const WIDGET_TEXT_KEYS = {
  open: 'page:widget.open',
  close: 'page:widget.close',
  frame: 'page:widget.frame',
};
