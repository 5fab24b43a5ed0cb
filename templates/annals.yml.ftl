<#-- A first configuration. The view is dev.annals.render.stub.ConfigView. -->
# Annals: what this project's schema history site is made from. Everything is optional: a line that
# begins with "#" shows a key with its default, or an example. README, "Configuration", tells all.

title: ${config.title}
# url: https://docs.example.org/schema              # where the site is published; for the feed
<#if config.edit?has_content>
edit: ${config.edit}
<#else>
# edit: https://git.example.org/shop/edit/main/{path}   # makes an "Edit this page" link
</#if>

databases:
  - name: ${config.database}
    # engine: postgresql 17                         # what to replay on: 14 to 18
    # scratch: ${r"${SCRATCH_URL:-}"}                     # a server of yours instead: jdbc:postgresql:… (superuser)
    # trust: false                                  # true: migrations replay with superuser rights there
    migrations:
      tool: flyway
<#if config.locations?has_content>
      locations:<#if config.source?has_content>                                    # as ${config.source} has them</#if>
<#list config.locations as location>
        - ${location}
</#list>
<#else>
      # locations: [db/migration]                   # ${config.source} names them
</#if>
<#if config.settings?has_content>
      settings:                                     # as Flyway calls them
<#list config.settings as setting>
        ${setting.key}: ${setting.value}
</#list>
<#else>
      # settings: { mixed: true, placeholders.x: y }  # further Flyway settings, as Flyway calls them
</#if>
    rationale: ${config.rationale}<#if config.rationale == "docs/schema">                          # one Markdown page per table: why it is there</#if>
    # consumers: [queries/*.sql]                    # your programs' statements: tried around every change
    # environments:                                 # live databases: only read
    #   production: { url: "${r"${PROD_URL:-}"}", user: "${r"${PROD_USER:-}"}", password: "${r"${PROD_PASSWORD:-}"}" }

<#if config.tags?has_content>
releases: { match: ${config.tags} }                   # the git tags that are releases. Or from: migrations, or a list:
<#else>
# releases: { from: git-tags, match: "v*" }         # or migrations, or a list:
</#if>
#   from: list
#   list: [{ version: "1.0", through: "6", date: 2024-02-01, title: Opening day }]

# semver:
#   initial: 1.0.0
#   potentially-breaking: minor                     # patch, minor or major
#   before-1.0: minor                               # minor or major

# check:
#   design: high                                    # high, medium, low or off
#   coverage: { tables: 80, columns: 30, new-tables: required }   # how much has to be written down; nothing by default

# output: build/schema-site
