export default definePageConfig({ navigationBarTitleText: '面谈记录' });
