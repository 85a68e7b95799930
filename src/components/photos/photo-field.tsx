import { Image, Text, View } from '@tarojs/components';
import { Button } from '../button';
import { Tap } from '../tap';
import { type FormPhoto, usePhotos } from './use-photos';
import './photo-field.scss';

interface PhotoFieldProps {
  label: string;
  /** What should be considered before taking any. */
  note: string;
  max: number;
  initial: readonly string[];
  pathOf(name: string): string;
  onChange(fileIds: string[]): void;
}

/** Pictures, if any: never required. */
export function PhotoField({ label, note, max, initial, pathOf, onChange }: PhotoFieldProps) {
  const { photos, left, pick, retry, remove } = usePhotos({ initial, max, pathOf, onChange });
  const hasWaiting = photos.some(({ waits }) => waits);
  return (
    <View className="photo-field">
      <Text className="photo-label">{label}</Text>
      <Text className="photo-note">{note}</Text>
      {photos.length > 0 && (
        <View className="photo-list">
          {photos.map((photo, index) => (
            <Photo
              key={photo.fileId}
              photo={photo}
              name={`第 ${index + 1} 张`}
              onRetry={() => retry(photo)}
              onRemove={() => remove(photo)}
            />
          ))}
        </View>
      )}
      {hasWaiting && (
        <Text className="photo-note">照片已留在手机上，连上网络后随表一起传，可以先填别的。</Text>
      )}
      {left > 0 && (
        <Button kind="link" text={`加照片（还可以加 ${left} 张）`} onTap={() => void pick()} />
      )}
    </View>
  );
}

interface PhotoProps {
  photo: FormPhoto;
  name: string;
  onRetry(): void;
  onRemove(): void;
}

function Photo({ photo, name, onRetry, onRemove }: PhotoProps) {
  const { local, sent, waits } = photo;
  return (
    <View className="photo">
      {local ? (
        <Image className="photo-picture" mode="aspectFill" src={local.preview} />
      ) : (
        <View className="photo-picture photo-stored">
          <Text>已存</Text>
        </View>
      )}
      {waits && (
        <Tap className="photo-state" label={`${name}还没有传上，再传一次`} onTap={onRetry}>
          <Text>待传，点这里再传</Text>
        </Tap>
      )}
      {!waits && sent < 1 && <Text className="photo-state">{`${Math.round(sent * 100)}%`}</Text>}
      <Button kind="link" text="删去" label={`删去${name}`} onTap={onRemove} />
    </View>
  );
}
