import type { Action } from '../assessment/actions.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import type { Approvable } from '../presentation/approvable.ts';
import type { Contact } from '../presentation/context.ts';

/** What the authority has found about the service's accessibility, and on which day (`2026-11-30`). */
export interface AccessibilityAssessment {
  readonly status: 'full' | 'partial' | 'none';
  readonly assessedOn: string;
}

/** What the pages about the service tell. What is left undefined the pages say to be missing. */
export interface InfoFacts {
  readonly authority: string;
  readonly contact: Contact;
  /** Who answers for the content and its quality. */
  readonly responsibleRole: string | undefined;
  readonly dataProtectionEmail: string | undefined;
  readonly accessibility: AccessibilityAssessment | undefined;
  /** How long a conversation is kept after its last message. */
  readonly retentionDays: number;
  /** How long answers that are put together with other people's are counted. */
  readonly collectedDays: number;
  /** Days that results are kept which somebody asked to be kept; 0 where none are. */
  readonly keptDays: number;
  /** Whether a register of services is asked for a municipality's services. */
  readonly register: 'asked' | 'off';
  /** Absolute address of this server. */
  readonly publicUrl: () => string;
  /** The instruments in force. */
  readonly instruments: readonly Instrument[];
  readonly actions: readonly Action[];
  /** All content that is used, each under the key of its title. */
  readonly approvals: readonly (Approvable & { readonly title: string })[];
}

/** In which words a page speaks. */
export interface InfoVoice {
  readonly t: Translate;
  readonly locale: Locale;
}
