#include "ui/desktop/usage/accountsview.h"
#include "ui/desktop/usage/recordwords.h"
#include "ui/desktop/usage/requestdetails.h"
#include "ui/desktop/usage/requestsmodel.h"
#include "ui/desktop/usage/requeststable.h"
#include "ui/desktop/usage/usagechart.h"
#include "ui/desktop/usage/usagelegend.h"
#include "ui/desktop/usage/usagepage.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/apps.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

void openMenu(QMenu *menu, const QWidget *below)
{
    menu->popup(below->mapToGlobal(QPoint(0, below->height())));
}

} // namespace

PageHeader *UsagePage::makeHeader()
{
    auto *header = new PageHeader(tr("Usage & Costs"), this);
    m_check = header->addSecondary(tr("Check with providers"), u"refresh"_s);
    connect(m_check, &QPushButton::clicked, this, &UsagePage::checkRequested);
    m_export = header->addSecondary(tr("Export"), u"download"_s);
    auto *menu = new QMenu(this);
    addFormats(menu, false);
    connect(menu->addAction(tr("PDF report of the month")), &QAction::triggered, this,
            &UsagePage::reportRequested);
    menu->addSeparator();
    addFormats(menu->addMenu(tr("Everything that was recorded")), true);
    m_export->setMenu(menu);
    return header;
}

void UsagePage::addFormats(QMenu *menu, bool everything)
{
    const std::pair<ExportFormat, QString> formats[] = {
        {ExportFormat::Csv, tr("CSV")},
        {ExportFormat::Spreadsheet, tr("CSV for spreadsheets, as your country writes numbers")},
        {ExportFormat::JsonLines, tr("JSON Lines, which Keyway reads again")},
        {ExportFormat::Focus, tr("FOCUS, for cost management")},
    };
    for (const auto &[format, text] : formats) {
        QAction *action = menu->addAction(text);
        action->setData(static_cast<int>(format));
        connect(action, &QAction::triggered, this, [this, format = format, everything] {
            Q_EMIT exportRequested(format, everything);
        });
    }
}

QLayout *UsagePage::makeFilters()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_previous = iconButton(u"chevron-left"_s, tr("Previous month"), ButtonKind::Secondary, this);
    m_next = iconButton(u"chevron-right"_s, tr("Next month"), ButtonKind::Secondary, this);
    m_monthBox = new QComboBox(this);
    m_monthBox->setAccessibleName(tr("Month"));
    m_monthBox->setMinimumWidth(150);
    m_service = new QComboBox(this);
    m_service->setAccessibleName(tr("Service"));
    m_app = new QComboBox(this);
    m_app->setAccessibleName(tr("App"));
    m_app->addItem(tr("All apps"));
    for (const AppClass app : {AppClass::Window, AppClass::CommandLine, AppClass::Gateway})
        m_app->addItem(words::appWord(app), static_cast<int>(app));
    m_type = new QComboBox(this);
    m_type->setAccessibleName(tr("Kind"));
    m_type->addItem(tr("Text, image, video"));
    m_type->addItem(tr("Text"), static_cast<int>(RequestType::Text));
    m_type->addItem(tr("Images"), static_cast<int>(RequestType::Image));
    m_type->addItem(tr("Videos"), static_cast<int>(RequestType::Video));
    m_measure = new SegmentedControl(this);
    m_measure->setAccessibleName(tr("Measure"));
    m_measure->addSegment(tr("Cost"));
    m_measure->addSegment(tr("Requests"));
    m_measure->addSegment(tr("Tokens"));
    row->addWidget(m_previous);
    row->addWidget(m_monthBox);
    row->addWidget(m_next);
    for (QComboBox *box : {m_service, m_app, m_type}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumContentsLength(4); // a narrow page is not as wide as all of its words
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &UsagePage::chooseFilter);
    }
    row->addStretch(1);
    row->addWidget(m_measure);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_monthBox, &QComboBox::activated, this,
            [this](int index) { Q_EMIT monthWanted(m_monthBox->itemData(index).toDate()); });
    connect(m_measure, &SegmentedControl::currentChanged, this, &UsagePage::showChart);
    return row;
}

QWidget *UsagePage::makeChartCard()
{
    auto *card = new CardFrame(this);
    card->setAccessibleName(tr("The month"));
    card->setFixedHeight(ChartHeight);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(16, 12, 16, 10);
    row->setSpacing(16);
    m_chartStack = new QStackedWidget(card);
    m_chart = new UsageChart;
    m_chart->setAccessibleDescription(tr("Costs by day and service"));
    m_days = new QTableWidget;
    m_days->setAccessibleName(tr("Days as a table"));
    m_days->setFrameShape(QFrame::NoFrame);
    m_days->setShowGrid(false);
    m_days->setTabKeyNavigation(false);
    m_days->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_days->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_days->verticalHeader()->hide();
    m_chartStack->addWidget(m_chart);
    m_accountsTable = new AccountsTable;
    m_chartStack->addWidget(m_days);
    m_chartStack->addWidget(m_accountsTable);
    row->addWidget(m_chartStack, 1);
    row->addWidget(new Divider(Qt::Vertical, card));
    m_legend = new UsageLegend(card);
    m_legend->setFixedWidth(LegendWidth);
    row->addWidget(m_legend);
    connect(m_legend, &UsageLegend::serviceChosen, this, [this](const QString &service) {
        UsageFilter filter = m_month.filter;
        filter.service = service;
        Q_EMIT filterWanted(filter);
    });
    return card;
}

QWidget *UsagePage::makeRequests()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_requestsTitle = new TextLabel(tr("Requests"), TextStyle::Body, Token::TextPrimary, part);
    m_requestsTitle->setWeight(QFont::DemiBold);
    m_requestsCount = new TextLabel({}, TextStyle::Small, Token::TextSecondary, part);
    auto *search = new SearchField(tr("Find a request"), part);
    m_asTable = iconButton(u"text"_s, tr("Chart as a table"), ButtonKind::Secondary, part);
    m_asTable->setCheckable(true);
    head->addWidget(m_requestsTitle);
    head->addWidget(m_requestsCount);
    m_accounts = new AccountsLine(part);
    head->addStretch(1);
    head->addWidget(m_accounts, 4);
    m_columns = iconButton(u"compare"_s, tr("Choose columns"), ButtonKind::Secondary, part);
    head->addWidget(search);
    head->addWidget(m_asTable);
    head->addWidget(m_columns);
    column->addLayout(head);
    connect(m_accounts, &AccountsLine::openRequested, this, &UsagePage::showAccounts);
    connect(search, &SearchField::textChanged, this, &UsagePage::searchChanged);
    connect(m_asTable, &QToolButton::toggled, this, [this] { showAccounts(false); });

    auto *card = new CardFrame(part);
    card->setAccessibleName(tr("Requests of the month"));
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    m_tableStack = new QStackedWidget(card);
    m_table = new RequestsTable(m_model);
    m_empty = new EmptyState(u"usage"_s);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_empty);
    row->addWidget(m_tableStack, 1);
    m_detailsFrame = new Band(Token::BgSurface, Qt::LeftEdge, card);
    auto *inside = new QVBoxLayout(m_detailsFrame);
    inside->setContentsMargins(1, 0, 0, 0);
    m_details = new RequestDetails;
    inside->addWidget(m_details);
    m_detailsFrame->setFixedWidth(DetailsWidth);
    m_detailsFrame->hide();
    row->addWidget(m_detailsFrame);
    column->addWidget(card, 1);
    connect(m_columns, &QToolButton::clicked, this,
            [this] { openMenu(m_table->columnsMenu(), m_columns); });
    connect(m_table, &RequestsTable::opened, this, &UsagePage::openDetails);
    connect(m_table, &RequestsTable::currentRowChanged, this, [this](int current) {
        if (m_detailsFrame->isVisible())
            openDetails(current);
    });
    connect(m_details, &RequestDetails::closeRequested, this, &UsagePage::closeDetails);
    // A row that is opened before it was read.
    connect(m_model, &RequestsModel::dataChanged, this, [this] {
        if (m_detailsFrame->isVisible())
            openDetails(m_table->currentIndex().row());
    });
    return part;
}

void UsagePage::makeActions()
{
    addMenuAction(Menu::File, tr("Export…"), QKeySequence(u"Ctrl+E"_s), [this] {
        if (m_export->isEnabled())
            openMenu(m_export->menu(), m_export);
    });
    addMenuAction(Menu::View, tr("Choose columns"), QKeySequence(u"Ctrl+Shift+K"_s),
                  [this] { openMenu(m_table->columnsMenu(), m_columns); });
    addMenuAction(Menu::View, tr("Previous month"), QKeySequence(u"Alt+Left"_s),
                  [this] { step(-1); });
    addMenuAction(Menu::View, tr("Next month"), QKeySequence(u"Alt+Right"_s), [this] { step(1); });
    addMenuAction(Menu::View, tr("Chart as a table"), QKeySequence(u"Ctrl+T"_s),
                  [this] { m_asTable->toggle(); });
    addMenuAction(Menu::Edit, tr("Find a request"), QKeySequence(u"Ctrl+F"_s),
                  [this] { search()->activate(); });
    addMenuAction(Menu::Service, tr("Check with providers"), QKeySequence(u"F5"_s),
                  [this] { Q_EMIT checkRequested(); });
}

} // namespace keyway
