import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { callProcedure } from '../../../src/platform/batch';
import { queryClient } from '../../../src/platform/query';
import { useReminded } from '../../../src/platform/use-reminded';

const TEMPLATES = { meeting: 'meeting-id', form: 'form-id', todo: 'todo-id' };

/** What the browser asked of the cloud, and of the stand-in for WeChat's popup. */
let events: string[][] = [];
let asked: { tmplIds: string[]; answers: Record<string, string> }[] = [];

beforeEach(() => {
  events = [];
  asked = [];
  window.localStorage.clear();
  queryClient.clear();
  AbortSignal.timeout = () => new AbortController().signal;
  global.fetch = (async (url: string, { body }: { body: string }) => {
    const json = JSON.parse(body);
    if (url === '/wx/subscribe') {
      asked.push(json);
      return { json: async () => ({ ...json.answers, errMsg: 'requestSubscribeMessage:ok' }) };
    }
    const calls = json.calls as { path: string }[];
    events.push(calls.map(({ path }) => path));
    const results = calls.map(({ path }) => ({
      data: path === 'me.byId' ? { templateIds: TEMPLATES } : {},
    }));
    return { json: async () => ({ result: { results } }) };
  }) as unknown as typeof fetch;
});

const Provider = ({ children }: PropsWithChildren) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);

/** A form with one button, as it stands when the page has loaded. */
async function openForm() {
  const { result } = renderHook(() => useReminded(['meeting', 'todo']), { wrapper: Provider });
  await waitFor(() => expect(events).toEqual([['me.byId']]));
  await waitFor(() => expect(queryClient.getQueryData(['me', 'byId', {}])).toBeDefined());
  events = [];
  return () => result.current(() => void callProcedure('consultation.plan', {}));
}

const button = (value: string) =>
  document.querySelector<HTMLButtonElement>(`.subscribe-sheet button[value=${value}]`);

describe('a tap that sends something off', () => {
  test('asks before anything else, while it still is a tap', async () => {
    const tap = await openForm();
    act(tap);
    expect(button('accept')).not.toBeNull();
    expect(events).toEqual([]);
    act(() => button('reject')?.click());
    await waitFor(() => expect(events).toEqual([['consultation.plan']]));
  });

  test('goes on with the answer in the same call as what it sends', async () => {
    const tap = await openForm();
    act(tap);
    act(() => button('accept')?.click());
    await waitFor(() => expect(events).toEqual([['consultation.plan', 'subscribeCredit.record']]));
    expect(asked.map(({ tmplIds }) => tmplIds)).toEqual([['meeting-id', 'todo-id']]);
  });

  test('goes on after a no as well, and counts nothing', async () => {
    const tap = await openForm();
    act(tap);
    act(() => button('reject')?.click());
    await waitFor(() => expect(events).toEqual([['consultation.plan']]));
  });

  test('asks nothing any more after 总是保持以上选择, and still counts each time', async () => {
    const tap = await openForm();
    act(tap);
    document.querySelector<HTMLInputElement>('.subscribe-sheet input')?.click();
    act(() => button('accept')?.click());
    await waitFor(() => expect(events).toHaveLength(1));
    act(tap);
    expect(button('accept')).toBeNull();
    await waitFor(() => expect(events).toHaveLength(2));
    expect(events[1]).toContain('subscribeCredit.record');
  });
});
