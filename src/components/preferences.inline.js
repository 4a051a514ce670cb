(function(){var r=document.documentElement,s;try{s=localStorage}catch(e){return}
["theme","elder"].forEach(function(k){var v=s.getItem(k);if(v)r.dataset[k]=v});
document.addEventListener("click",function(e){var b=e.target.closest&&e.target.closest("[data-switch]");if(!b)return;
var k=b.dataset.switch,d=r.dataset,v;
if(k==="elder")v=d.elder==="on"?"":"on";
else{var dark=d.theme?d.theme==="dark":matchMedia("(prefers-color-scheme: dark)").matches;v=dark?"light":"dark"}
if(v){d[k]=v;s.setItem(k,v)}else{delete d[k];s.removeItem(k)}mark()});
function mark(){var dark=r.dataset.theme?r.dataset.theme==="dark":matchMedia("(prefers-color-scheme: dark)").matches;
document.querySelectorAll("[data-switch]").forEach(function(b){b.setAttribute("aria-pressed",b.dataset.switch==="elder"?r.dataset.elder==="on":dark)})}
document.addEventListener("DOMContentLoaded",mark)})();
