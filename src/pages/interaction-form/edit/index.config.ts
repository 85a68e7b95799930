export default definePageConfig({ navigationBarTitleText: '改样式' });
