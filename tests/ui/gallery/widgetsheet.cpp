#include "widgetsheet.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meters.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/reflowlayout.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tiles.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QHBoxLayout *row(QVBoxLayout *column)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    column->addLayout(line);
    return line;
}

void addButtons(QVBoxLayout *column)
{
    const std::pair<const char *, ButtonKind> kinds[]
        = {{"Primary", ButtonKind::Primary},   {"Secondary", ButtonKind::Secondary},
           {"Ghost", ButtonKind::Ghost},       {"Danger", ButtonKind::Danger},
           {"Remove", ButtonKind::DangerText}, {"A link", ButtonKind::Link}};
    auto *line = row(column);
    auto *off = row(column);
    for (const auto &[text, kind] : kinds) {
        auto *button = new QPushButton(QString::fromLatin1(text));
        setKind(button, kind);
        line->addWidget(button);
        auto *disabled = new QPushButton(QString::fromLatin1(text));
        setKind(disabled, kind);
        disabled->setEnabled(false);
        off->addWidget(disabled);
        if (kind == ButtonKind::Secondary) {
            button->setObjectName(u"focused"_s);
            disabled->setIcon(themeOf(disabled).icon(u"key"_s));
        }
    }
    line->addStretch();
    off->addStretch();
}

void addFields(QVBoxLayout *column)
{
    auto *line = row(column);
    auto *name = new QLineEdit(u"Groq"_s);
    auto *wrong = new QLineEdit(u"gsk_wrong"_s);
    setErrorState(wrong, true);
    auto *fixed = new QLineEdit(u"sk-proj-4xQ7"_s);
    fixed->setReadOnly(true);
    auto *off = new QLineEdit;
    off->setPlaceholderText(u"Known once the key works"_s);
    off->setEnabled(false);
    for (auto *edit : {name, wrong, fixed, off}) {
        line->addWidget(edit);
    }
    line = row(column);
    auto *combo = new QComboBox;
    combo->addItems({u"llama-3.3-70b-versatile"_s, u"stop until 1 December"_s});
    auto *spin = new QSpinBox;
    spin->setSuffix(u" s"_s);
    spin->setValue(60);
    line->addWidget(combo);
    line->addWidget(spin);
    line->addWidget(new Switch);
    auto *on = new Switch;
    on->setChecked(true);
    line->addWidget(on);
    auto *check = new QCheckBox(u"Use in automatic routing"_s);
    check->setChecked(true);
    line->addWidget(check);
    line->addWidget(new QCheckBox(u"Images"_s));
    auto *radio = new QRadioButton(u"One"_s);
    radio->setChecked(true);
    line->addWidget(radio);
    line->addWidget(new QRadioButton(u"Two"_s));
    line->addStretch();
    line = row(column);
    auto *segments = new SegmentedControl;
    segments->addSegment(u"All"_s);
    segments->addSegment(u"Text"_s, u"text"_s);
    segments->addSegment(u"Image"_s, u"studio"_s);
    line->addWidget(segments);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setValue(35);
    line->addWidget(slider);
    auto *progress = new QProgressBar;
    progress->setTextVisible(false);
    progress->setValue(60);
    line->addWidget(progress);
    auto *tabs = new QTabBar;
    for (const auto &tab : {u"General"_s, u"Models && prices"_s, u"Limits"_s}) {
        tabs->addTab(tab);
    }
    line->addWidget(tabs);
}

void addMarks(QVBoxLayout *column)
{
    auto *line = row(column);
    const std::pair<Status, QString> states[]
        = {{Status::Active, u"Active"_s}, {Status::Disabled, u"Disabled"_s},
           {Status::Locked, u"Locked"_s}, {Status::Degraded, u"Degraded"_s},
           {Status::Down, u"Down"_s},     {Status::OverBudget, u"Over budget"_s},
           {Status::Info, u"Waiting"_s}};
    for (const auto &[status, word] : states) {
        line->addWidget(new StatusPill(status, word));
    }
    line->addWidget(new Tag(u"Added"_s));
    line->addWidget(new Tag(u"Found"_s, TagTone::Good));
    line->addWidget(new CountBadge(4));
    line->addWidget(new MoneyLabel(u"$12.43"_s, TextStyle::Title));
    line->addStretch();
    line = row(column);
    for (const auto &id :
         {u"openai"_s, u"anthropic"_s, u"stability"_s, u"gemini"_s, u"mistral"_s, u"openrouter"_s,
          u"deepseek"_s, u"groq"_s, u"xai"_s, u"ollama"_s, u"other"_s}) {
        line->addWidget(new ProviderTile(id, 36));
    }
    auto *muted = new ProviderTile(u"anthropic"_s, 28);
    muted->setMuted(true);
    line->addWidget(muted);
    auto *sparkline = new Sparkline(u"openai"_s);
    sparkline->setValues(
        {28, 82, 69, 77, 84, 117, 40, 26, 82, 108, 62, 74, 95, 26, 19, 119, 64, 0});
    line->addWidget(sparkline);
    auto *bar = new UsageBar;
    bar->setUsed(684, BarTone::Warning);
    line->addWidget(bar);
    line->addStretch();
}

QWidget *makeTable()
{
    auto *table = new QTableWidget(4, 3);
    table->setHorizontalHeaderLabels({u"Model"_s, u"Requests"_s, u"Cost"_s});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->horizontalHeader()->setStretchLastSection(true);
    const QString cells[][3] = {{u"gpt-4.1"_s, u"286"_s, u"$9.06"_s},
                                {u"gpt-image-1"_s, u"35"_s, u"$1.47"_s},
                                {u"gpt-4.1-mini"_s, u"175"_s, u"$1.10"_s},
                                {u"sora-2"_s, u"2"_s, u"$0.80"_s}};
    for (int r = 0; r < 4; ++r) {
        for (int c = 0; c < 3; ++c) {
            table->setItem(r, c, new QTableWidgetItem(cells[r][c]));
        }
    }
    table->selectRow(1);
    table->setSortingEnabled(true);
    table->setFixedHeight(150);
    return table;
}

} // namespace

QWidget *makeWidgetSheet()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 24);
    auto *header = new PageHeader(u"Every part"_s);
    header->setSubtitle(u"One line of explanation"_s);
    header->addSearch(u"Find a service"_s);
    header->addSecondary(u"Import keys"_s, u"download"_s);
    header->setPrimary(u"Add New Integration"_s, u"plus"_s);
    column->addWidget(header);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(24, 0, 24, 0);
    body->setSpacing(12);
    column->addLayout(body);
    const std::pair<Banner::Level, QString> levels[]
        = {{Banner::Level::Error, u"OpenAI has not answered since 14:12."_s},
           {Banner::Level::Warning, u"Your keychain is locked."_s},
           {Banner::Level::Info, u"This is a demo."_s},
           {Banner::Level::Stopped, u"Spending is stopped since 14:31."_s},
           {Banner::Level::Success, u"This key works."_s}};
    for (const auto &[level, title] : levels) {
        auto *banner = new Banner(level);
        banner->setMessage(title,
                           u"Your prompts go to Google Gemini meanwhile. Keyway tries "
                           u"OpenAI again every minute."_s);
        banner->addButton(u"Try now"_s);
        banner->setClosable(level == Banner::Level::Error);
        body->addWidget(banner);
    }
    addButtons(body);
    addFields(body);
    addMarks(body);
    auto *bottom = row(body);
    bottom->addWidget(makeTable(), 1);
    auto *text = new QTextEdit;
    text->setPlaceholderText(u"Ask a follow-up. Shift+Enter starts a new line."_s);
    text->setFixedHeight(150);
    bottom->addWidget(text, 1);
    auto *side = new QVBoxLayout;
    bottom->addLayout(side, 1);
    auto *disclosure = new Disclosure(u"Advanced"_s);
    disclosure->setContent(new QLineEdit(u"https://api.groq.com/openai/v1"_s));
    disclosure->setExpanded(true);
    side->addWidget(disclosure);
    auto *card = new CardFrame;
    card->setSelected(true);
    card->setAccessibleName(u"Groq"_s);
    card->setMinimumHeight(60);
    side->addWidget(card);
    body->addStretch();
    scroll->setWidget(sheet);
    return scroll;
}

} // namespace keyway
