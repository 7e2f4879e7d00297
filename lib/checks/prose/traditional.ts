/**
 * Characters in daily use that exist only in Traditional script. Enough to know the script by: the whole table is too
 * large for a browser that only checks a report.
 */
export const TRADITIONAL: ReadonlySet<string> = new Set(
  "國開關於發會個與門題報標機構區產業務實現體學習來對時條規則項數據統計縣鎮鄉辦廳議審請處應訴訟罰許強費類總結轉書無農東車馬長見貝頁風飛龍電話號網絡檢詢聯繫編輯記員黨導設備選舉團隊軍勞動職責權監義識認證說讀寫語譯傳達廣場館舊樓層圖畫聲視覽環節約級衛醫藥療護養財資稅賬單額價錢購買賣貿銷運輸鐵線緊險難災變歲歷曆響態勢優萬億幾稱簡漢劃該當將擴寬際較進過還這遠適遞遲遺邊鄰錄錯鍵鎖鐘閉間問聞閱隨雙雜離雲靜頂順須預領頭頻願顯飯飲驗驚髮鬥魚鳥麗麥黃點齊擊繼續彙屬佈啟眾衆滿誠談論調製為爾們裡裏後復複麼樣幫濟經紀組織績",
);
