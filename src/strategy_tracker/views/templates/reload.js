(function(){
"use strict";
var mine=document.querySelector("meta[name=version]").content;
setInterval(function(){
  fetch("/version",{cache:"no-store"}).then(function(answer){return answer.text();}).then(function(now){
    if(now!==mine){location.reload();}
  }).catch(function(){});
},1000);
})();
