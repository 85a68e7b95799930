export default definePageConfig({ navigationBarTitleText: '手牵手' });
