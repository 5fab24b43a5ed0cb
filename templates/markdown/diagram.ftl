<#import "_page.ftl" as a>
<@a.page>
# Diagram

<#if diagram?has_content>
<@a.diagram diagram/>
<#else>
There is nothing to draw, or more than one diagram can show: see the areas on the [first page](index.md).
</#if>
</@a.page>
