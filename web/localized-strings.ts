import type { PageTexts } from '../src/http/page-texts.ts';

/** The strings that Web Chat's own Finnish lacks, and the send box's invitation. */
export function localizedStrings(texts: PageTexts): Record<string, string> {
  return {
    TEXT_INPUT_PLACEHOLDER: texts.chatPlaceholder,
    TEXT_INPUT_TELEPHONE_KEYPAD_BUTTON_ALT: texts.keypad,
    TELEPHONE_KEYPAD_INPUT_MESSAGE: texts.keypadPressed,
    TEXT_INPUT_DROP_ZONE: texts.dropZone,
    TEXT_INPUT_LENGTH_EXCEEDED_ALT: texts.tooLong,
    TEXT_INPUT_ATTACHMENTS_ONE: texts.attachmentsOne,
    TEXT_INPUT_ATTACHMENTS_TWO: texts.attachmentsTwo,
    TEXT_INPUT_ATTACHMENTS_FEW: texts.attachmentsFew,
    TEXT_INPUT_ATTACHMENTS_MANY: texts.attachmentsMany,
    TEXT_INPUT_ATTACHMENTS_OTHER: texts.attachmentsOther,
  };
}
