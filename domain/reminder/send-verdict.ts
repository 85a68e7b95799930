/** What becomes of a message after an answer of `subscribeMessage.send`. */
export type SendVerdict =
  | 'sent'
  /** Certainly not sent; may be tried once more at once. */
  | 'retry'
  /** The page is not in the released version yet: once more, opening nothing. */
  | 'retryWithoutPage'
  /** The person has no credit left: the inbox has it. */
  | 'noCredit'
  /** Nobody of this mini-program: the inbox has it, and no message is tried again. */
  | 'badReceiver'
  /** The template is wrong or banned: nothing more is sent with it in this run. */
  | 'stopTemplate'
  /** The words are refused: they have to be changed by a person. */
  | 'badWords'
  /** A field breaks its rule: a fault of ours, to be read in the log. */
  | 'badData'
  /** Nothing can be sent at all now; the rest waits. */
  | 'stopAll'
  /** Nobody knows whether it was sent: it is not sent again, the inbox has it. */
  | 'unsure';

const VERDICTS: Readonly<Record<number, SendVerdict>> = {
  0: 'sent',
  40001: 'retry',
  40014: 'retry',
  40003: 'badReceiver',
  40037: 'stopTemplate',
  43101: 'noCredit',
  43107: 'stopTemplate',
  43108: 'retry',
  45168: 'badWords',
  47003: 'badData',
  41030: 'retryWithoutPage',
  45009: 'stopAll',
  // The function's config.json does not declare the interface, or the cloud refuses its use.
  [-604100]: 'stopAll',
  [-604101]: 'stopAll',
  [-604104]: 'stopAll',
};

export const verdictOf = (errCode: number): SendVerdict => VERDICTS[errCode] ?? 'unsure';
