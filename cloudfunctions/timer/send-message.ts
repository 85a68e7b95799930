import { type SendVerdict, verdictOf } from '../../domain/reminder/send-verdict';
import { type SubscribeMessage, sendSubscribeMessage } from '../kernel/cloud';

/** Before a second try to the same person. */
const PAUSE_MS = 250;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What became of it. `busy`: certainly not sent, and may be tried again in the next run. */
export type Outcome = Exclude<SendVerdict, 'retry' | 'retryWithoutPage'> | 'busy';

async function tryOnce(message: SubscribeMessage): Promise<SendVerdict> {
  try {
    return verdictOf((await sendSubscribeMessage(message)).errCode);
  } catch (error) {
    const { errCode = -1, errMsg = '' } = error as { errCode?: number; errMsg?: string };
    const verdict = verdictOf(errCode);
    if (verdict !== 'noCredit' && verdict !== 'retry') {
      // The key of a wrong field is in the message; no person and no words are.
      const { templateId } = message;
      console.error(JSON.stringify({ send: verdict, errCode, errMsg, templateId }));
    }
    return verdict;
  }
}

/** Send one message, a second time where the first certainly failed. */
export async function sendMessage(message: SubscribeMessage): Promise<Outcome> {
  const first = await tryOnce(message);
  if (first !== 'retry' && first !== 'retryWithoutPage') return first;
  if (first === 'retry') await pause(PAUSE_MS);
  const second = await tryOnce(first === 'retry' ? message : { ...message, page: '' });
  return second === 'retry' || second === 'retryWithoutPage' ? 'busy' : second;
}
