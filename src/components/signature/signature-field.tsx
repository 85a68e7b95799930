import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { SignaturePad } from '../../platform/signature/ink';
import { SignatureCanvas } from '../../platform/signature/signature-canvas';
import { Button } from '../button';
import { TextField } from '../field';
import { type FormPhoto, usePhotos } from '../photos/use-photos';
import './signature-field.scss';

interface SignatureFieldProps {
  label: string;
  /** The most letters of a name that is typed. */
  maxName: number;
  /** The file of one that was drawn, or the name that was typed, or nothing. */
  initial: string;
  isDrawn(signature: string): boolean;
  pathOf(name: string): string;
  onSign(signature: string): void;
}

/** A signature: drawn with a finger; whoever cannot draw one types the name. */
export function SignatureField(props: SignatureFieldProps) {
  const { label, maxName, initial, isDrawn, pathOf, onSign } = props;
  const [isTyping, setIsTyping] = useState(initial !== '' && !isDrawn(initial));
  if (isTyping) {
    return (
      <View className="signature">
        <TextField
          label={label}
          placeholder="写下您的姓名"
          {...{ max: maxName, initial: isDrawn(initial) ? '' : initial }}
          onInput={onSign}
        />
        <Button
          kind="link"
          text="改用手写签名"
          onTap={() => {
            onSign('');
            setIsTyping(false);
          }}
        />
      </View>
    );
  }
  return (
    <View className="signature">
      <Text className="signature-label">{label}</Text>
      <Drawn initial={isDrawn(initial) ? initial : ''} {...{ label, pathOf, onSign }} />
      <Button
        kind="link"
        text="无法手写，改为打字"
        onTap={() => {
          onSign('');
          setIsTyping(true);
        }}
      />
    </View>
  );
}

type DrawnProps = Pick<SignatureFieldProps, 'label' | 'initial' | 'pathOf' | 'onSign'>;

function Drawn({ label, initial, pathOf, onSign }: DrawnProps) {
  const { photos, add, remove } = usePhotos({
    initial: initial === '' ? [] : [initial],
    max: 1,
    pathOf,
    onChange: ([signature = '']) => onSign(signature),
  });
  const [signed] = photos;
  if (signed) return <Signed signed={signed} onAgain={() => remove(signed)} />;
  return <Paper label={label} onSigned={async (pad) => add([await pad.photo()])} />;
}

const sayState = ({ waits, sent }: FormPhoto): string => {
  if (waits) return '签名已留在手机上，随表一起传。';
  return sent < 1 ? '正在保存签名…' : '已签名。';
};

function Signed({ signed, onAgain }: { signed: FormPhoto; onAgain(): void }) {
  return (
    <>
      {signed.local && (
        <Image className="signature-drawn" mode="aspectFit" src={signed.local.preview} />
      )}
      <Text className="signature-note">{sayState(signed)}</Text>
      <Button kind="link" text="重新签" onTap={onAgain} />
    </>
  );
}

interface PaperProps {
  label: string;
  onSigned(pad: SignaturePad): Promise<void>;
}

function Paper({ label, onSigned }: PaperProps) {
  const [pad, setPad] = useState<SignaturePad | null>(null);
  const [isDrawn, setIsDrawn] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const clear = () => {
    pad?.clear();
    setIsDrawn(false);
  };
  const sign = async () => {
    if (!pad) return;
    setIsBusy(true);
    await onSigned(pad);
  };
  return (
    <>
      <View className="signature-paper">
        <SignatureCanvas
          label={`${label}：在这里手写`}
          onReady={setPad}
          onStroke={() => setIsDrawn(true)}
        />
      </View>
      {isDrawn ? (
        <View className="signature-verbs">
          <Button text="就用这个签名" isBusy={isBusy} onTap={() => void sign()} />
          <Button kind="link" text="擦掉重写" onTap={clear} />
        </View>
      ) : (
        <Text className="signature-note">请用手指在白框里写名字。</Text>
      )}
    </>
  );
}
