export default definePageConfig({ navigationBarTitleText: '表的样式' });
