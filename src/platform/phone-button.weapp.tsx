import { Button } from '@tarojs/components';
import './phone-button.scss';

export interface PhoneButtonProps {
  text: string;
  /** WeChat's code for the number of whoever taps; good for five minutes, once. */
  onCode(code: string): void;
  /** A sentence, when there is no code; null when the person would rather not. */
  onRefused(why: string | null): void;
}

/** The school's number of verifications is used up. */
const NO_QUOTA = 1400001;

/** WeChat asks for the phone number itself, and only after this tap. */
export function PhoneButton({ text, onCode, onRefused }: PhoneButtonProps) {
  return (
    <Button
      className="phone-button"
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => {
        const { code, errno } = detail as { code?: string; errno?: number };
        if (code) onCode(code);
        else onRefused(errno === NO_QUOTA ? '现在不能用手机号，请用邀请码加入。' : null);
      }}
    >
      {text}
    </Button>
  );
}
