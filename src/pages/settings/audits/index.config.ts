export default definePageConfig({ navigationBarTitleText: '留痕' });
