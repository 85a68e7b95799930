import type { TemplateName } from '../../domain/reminder/templates';
import { newId } from './id';
import { useMe } from './me';
import { requestSubscribe } from './subscribe';
import { useWrite } from './use-api';

/**
 * For the tap that sends something off: asks first whether messages of some templates may be sent,
 * whatever the answer goes on, and tells the cloud what was accepted in the same call as what the
 * tap sends. Nobody is held up by saying no.
 *
 * @returns a function that must be the first thing the tap does, for WeChat asks after taps only
 */
export function useReminded(names: readonly TemplateName[]): (go: () => void) => void {
  // The ids are there before anybody taps: they come with who one is.
  const ids = useMe().data?.templateIds;
  const { mutate } = useWrite('subscribeCredit', 'record', []);
  return (go) => {
    if (!ids || names.length === 0) return go();
    void requestSubscribe(names.map((name) => ids[name])).then((answers) => {
      const accepted = names.filter((name) => answers[ids[name]]?.startsWith('accept'));
      if (accepted.length > 0) mutate({ writeId: newId(), accepted: [...accepted] });
      go();
    });
    return undefined;
  };
}
