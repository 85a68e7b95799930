import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { showPhotos } from '../../platform/photos/show';
import { Button } from '../button';
import { sayFailure } from '../failure';
import { Notice } from '../notice';
import { Tap } from '../tap';
import './stored-photos.scss';

interface StoredPhotosProps {
  count: number;
  isBusy: boolean;
  error: unknown;
  /** Asks for their addresses, which hold a few minutes. */
  onOpen(show: (urls: readonly string[]) => void): void;
}

/** Photos are fetched only when somebody wants to see them: who looked is recorded. */
export function StoredPhotos({ count, isBusy, error, onOpen }: StoredPhotosProps) {
  const [urls, setUrls] = useState<readonly string[]>([]);
  if (urls.length > 0) {
    return (
      <View className="stored-photos">
        {urls.map((url, index) => (
          <Tap key={url} label={`第 ${index + 1} 张照片`} onTap={() => showPhotos(urls, url)}>
            <Image className="stored-photo" mode="aspectFill" src={url} />
          </Tap>
        ))}
      </View>
    );
  }
  return (
    <>
      <Button
        kind="link"
        text={`看照片（${count} 张，打开会留下记录）`}
        isBusy={isBusy}
        onTap={() => onOpen(setUrls)}
      />
      {error != null && <Notice kind="error" text={sayFailure(error)} />}
    </>
  );
}
