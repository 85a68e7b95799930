import { Button } from '@tarojs/components';
import { person } from './person';
import type { PhoneButtonProps } from './phone-button.weapp';
import './phone-button.scss';

const KEPT = 'phone';

/** The browser knows no number: whoever tries it says which is theirs, once for the browser. */
const ownPhone = (): string | null => {
  const kept = window.localStorage.getItem(KEPT);
  if (kept) return kept;
  return window.prompt('微信会请您选一个手机号。这里请输入一个 11 位的手机号：');
};

/** In place of WeChat's button: the local cloud gives out a code as WeChat would. */
export function PhoneButton({ text, onCode, onRefused }: PhoneButtonProps) {
  const ask = async () => {
    const phone = ownPhone();
    if (!phone) return onRefused(null);
    const response = await fetch('/wx/phone-code', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': person() },
      body: JSON.stringify({ phone }),
    });
    const { code } = (await response.json()) as { code?: string };
    return code ? onCode(code) : onRefused('现在不能用手机号，请用邀请码加入。');
  };
  return (
    <Button className="phone-button" onClick={() => void ask()}>
      {text}
    </Button>
  );
}
