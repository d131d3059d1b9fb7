#include "samplepages.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meters.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/reflowlayout.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stepheader.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QAction>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

struct Sample {
    QString service, name, detail, amount, status, note;
    int permille;
    BarTone tone;
};

QWidget *makeCard(const Sample &sample)
{
    auto *card = new CardFrame;
    card->setAccessibleName(sample.name);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(17, 14, 17, 14);
    column->setSpacing(10);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(new ProviderTile(sample.service), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new ElidedLabel(sample.name, TextStyle::Heading));
    words->addWidget(new ElidedLabel(sample.detail, TextStyle::Small, Token::TextMuted));
    words->addStretch();
    top->addLayout(words, 1);
    auto *money = new QVBoxLayout;
    money->setSpacing(0);
    money->addWidget(new TextLabel(u"This Month:"_s, TextStyle::Small, Token::TextMuted), 0,
                     Qt::AlignRight);
    money->addWidget(new MoneyLabel(sample.amount, TextStyle::Title));
    top->addLayout(money);
    column->addLayout(top);
    auto *state = new QHBoxLayout;
    state->addWidget(new TextLabel(u"Status:"_s, TextStyle::Body, Token::TextSecondary));
    state->addWidget(new StatusPill(Status::Active, u"Active"_s));
    state->addWidget(new ElidedLabel(sample.status, TextStyle::Small, Token::TextMuted), 1);
    auto *sparkline = new Sparkline(sample.service);
    sparkline->setValues(
        {28, 82, 69, 77, 84, 117, 40, 26, 82, 108, 62, 74, 95, 26, 19, 119, 64, 71});
    state->addWidget(sparkline);
    column->addLayout(state);
    auto *limit = new QHBoxLayout;
    limit->setSpacing(14);
    auto *bar = new UsageBar;
    bar->setUsed(sample.permille, sample.tone);
    limit->addWidget(bar, 1);
    limit->addWidget(new TextLabel(sample.note, TextStyle::Small, Token::TextMuted));
    column->addLayout(limit);
    auto *buttons = new QHBoxLayout;
    for (const auto &text : {u"Configure"_s, u"Disable"_s}) {
        auto *button = new QPushButton(text);
        button->setAccessibleName(text + u' ' + sample.name);
        setCompact(button);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *remove = new QPushButton(u"Remove"_s);
    setKind(remove, ButtonKind::DangerText);
    setCompact(remove);
    buttons->addWidget(remove);
    column->addLayout(buttons);
    return card;
}

QWidget *makeReceipt()
{
    auto *band = new Band(Token::BgSurface, Qt::TopEdge);
    band->setAccessibleName(u"This month"_s);
    auto *row = new QHBoxLayout(band);
    row->setContentsMargins(24, 14, 24, 14);
    auto *words = new QVBoxLayout;
    auto *title = new TextLabel(u"November so far"_s);
    title->setWeight(QFont::DemiBold);
    words->addWidget(title);
    words->addWidget(
        new TextLabel(u"You pay OpenAI and Stability AI directly, with your own keys."_s,
                      TextStyle::Small, Token::TextSecondary));
    words->addStretch();
    row->addLayout(words, 1);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 220);
    const QString lines[][2] = {{u"Total Platform Costs This Month:"_s, u"$20.64"_s},
                                {u"Platform Service Fee (5%):"_s, u"$1.03"_s}};
    for (int i = 0; i < 2; ++i) {
        grid->addWidget(new TextLabel(lines[i][0], TextStyle::Body, Token::TextSecondary), i, 0);
        grid->addWidget(new MoneyLabel(lines[i][1]), i, 1);
    }
    auto *line = new Divider;
    line->setColor(Token::BorderDefault);
    grid->addWidget(line, 2, 0, 1, 2);
    grid->addWidget(new TextLabel(u"Total:"_s, TextStyle::Heading), 3, 0);
    grid->addWidget(new MoneyLabel(u"$21.67"_s, TextStyle::Heading), 3, 1);
    row->addLayout(grid);
    return band;
}

class CardsPage : public Page {
public:
    explicit CardsPage(QWidget *parent)
        : Page(parent)
    {
        auto *header = new PageHeader(u"My Integrations"_s, this);
        SearchField *search = header->addSearch(u"Find a service"_s);
        QPushButton *add = header->setPrimary(u"Add New Integration"_s, u"plus"_s);
        auto *newAction = new QAction(u"Add New Integration"_s, this);
        newAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
        addMenuAction(Menu::Service, newAction);
        connect(add, &QPushButton::clicked, newAction, &QAction::trigger);
        auto *find = new QAction(u"Find a service"_s, this);
        find->setShortcut(QKeySequence::Find);
        connect(find, &QAction::triggered, search, &SearchField::activate);
        addMenuAction(Menu::Edit, find);

        auto *content = new QWidget(this);
        auto *column = new QVBoxLayout(content);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        m_scroll = new ScrollPage;
        auto *cards = new QWidget;
        auto *inner = new QVBoxLayout(cards);
        auto *head = new QHBoxLayout;
        auto *active = new TextLabel(u"Active Integrations"_s);
        active->setWeight(QFont::DemiBold);
        head->addWidget(active);
        head->addWidget(new CountBadge(4));
        head->addStretch();
        auto *sort = new QComboBox;
        sort->addItems({u"Sort: My order"_s, u"Sort: Cost"_s});
        sort->setAccessibleName(u"Sort"_s);
        head->addWidget(sort);
        inner->addLayout(head);
        auto *grid = new ReflowLayout(372, 2);
        const Sample samples[] = {
            {u"openai"_s, u"OpenAI (GPT-4)"_s, u"gpt-4.1 · Text, images, video · key ends 4xQ7"_s,
             u"$12.43"_s, u"410 ms"_s, u"50% of $25.00 limit"_s, 497, BarTone::Normal},
            {u"stability"_s, u"Stable Diffusion"_s, u"Stability AI · Images · key ends 9TfA"_s,
             u"$8.21"_s, u"6.2 s an image"_s, u"68% of $12.00 limit · full about 27 Nov"_s, 684,
             BarTone::Warning},
            {u"gemini"_s, u"Google Gemini"_s, u"gemini-2.5-flash · Text, images · key ends pE2c"_s,
             u"$0.00"_s, u"Free tier"_s, u"12 of 250 free requests today"_s, 48, BarTone::Normal},
            {u"ollama"_s, u"Ollama (this computer)"_s, u"llama3.1:8b · Text · no key needed"_s,
             u"$0.00"_s, u"localhost:11434"_s, u"103% of $8.00 limit"_s, 1030, BarTone::Over}};
        for (const Sample &sample : samples) {
            grid->addWidget(makeCard(sample));
        }
        inner->addLayout(grid);
        inner->addStretch();
        m_scroll->setWidget(cards);
        column->addWidget(m_scroll, 1);
        column->addWidget(makeReceipt());
        setParts(header, content);
    }
    QWidget *firstFocus() const override
    {
        return findChild<CardFrame *>()->findChild<QPushButton *>();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        Page::resizeEvent(event);
        m_scroll->setMargins({margin(), 4, margin(), 16});
    }

private:
    ScrollPage *m_scroll;
};

class EmptyPage : public Page {
public:
    explicit EmptyPage(QWidget *parent)
        : Page(parent)
    {
        auto *empty = new EmptyState;
        empty->setMessage(
            u"Add your first service"_s,
            u"Bring a key you already have, or start with a service that costs nothing. "
            "You can change or remove it at any time."_s);
        empty->addButton(u"See all services"_s);
        empty->addButton(u"Import keys"_s, u"download"_s);
        setParts(new PageHeader(u"Prompts"_s, this), empty);
    }
};

} // namespace

void addSamplePages(MainWindow &window)
{
    window.addPage(
        {u"integrations"_s, u"My Integrations"_s, u"integrations"_s, {}, [](QWidget *parent) {
             return new CardsPage(parent);
         }});
    window.addPage({u"prompts"_s, u"Prompts"_s, u"prompts"_s, {}, [](QWidget *parent) {
                        return new EmptyPage(parent);
                    }});
    StatusLine line;
    line.keychain = StatusLine::Keychain::Unlocked;
    line.services = 4;
    line.ready = 4;
    line.today = u"$1.18"_s;
    line.month = u"November"_s;
    line.cost = u"$20.64"_s;
    line.fee = u"$1.03"_s;
    line.total = u"$21.67"_s;
    line.spoken = u"November 20 dollars 64, fee 1 dollar 3, total 21 dollars 67"_s;
    window.setStatus(line);
}

Dialog *makeSampleDialog(QWidget *parent)
{
    auto *dialog = new Dialog(parent);
    dialog->setWindowTitle(u"Add Integration"_s);
    dialog->resize(860, 520);
    auto *steps = new StepHeader({u"Choose a service"_s, u"Connect"_s});
    steps->setCurrent(1);
    dialog->setHeader(steps);
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setSpacing(24);
    auto *left = new QVBoxLayout;
    auto *form = new QGridLayout;
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(12);
    form->setColumnMinimumWidth(0, 100);
    const auto label = [&](const QString &text, int at) {
        form->addWidget(new TextLabel(text, TextStyle::Body, Token::TextSecondary), at, 0);
    };
    label(u"Name"_s, 0);
    form->addWidget(new QLineEdit(u"Groq"_s), 0, 1);
    label(u"API key"_s, 1);
    auto *key = new QLineEdit(u"gsk_••••••••••••••••••h7P"_s);
    setErrorState(key, true);
    form->addWidget(key, 1, 1);
    auto *refused = new Banner(Banner::Level::Error);
    refused->setMessage(u"Groq refused this key."_s,
                        u"Groq keys have 56 characters and this one has 51, so part of it may be "
                        "missing. Copy the whole key and paste it again."_s);
    form->addWidget(refused, 2, 1);
    label(u"Default model"_s, 3);
    auto *model = new QComboBox;
    model->addItem(u"llama-3.3-70b-versatile"_s);
    form->addWidget(model, 3, 1);
    label(u"Monthly limit"_s, 4);
    auto *limit = new QHBoxLayout;
    auto *on = new Switch;
    on->setChecked(true);
    limit->addWidget(on);
    auto *amount = new QDoubleSpinBox;
    amount->setPrefix(u"$"_s);
    amount->setValue(10);
    limit->addWidget(amount);
    limit->addWidget(new TextLabel(u"then"_s, TextStyle::Body, Token::TextSecondary));
    auto *then = new QComboBox;
    then->addItem(u"stop until 1 December"_s);
    limit->addWidget(then, 1);
    form->addLayout(limit, 4, 1);
    left->addLayout(form);
    left->addWidget(new Divider);
    auto *advanced = new Disclosure(u"Advanced"_s);
    auto *url = new QLineEdit(u"https://api.groq.com/openai/v1"_s);
    url->setFont(themeOf(url).font(TextStyle::Mono));
    advanced->setContent(url);
    advanced->setExpanded(true);
    left->addWidget(advanced);
    left->addStretch();
    row->addLayout(left, 2);
    auto *card = new CardFrame;
    auto *help = new QVBoxLayout(card);
    help->setContentsMargins(16, 14, 16, 14);
    auto *question = new TextLabel(u"Where do I get a key?"_s);
    question->setWeight(QFont::DemiBold);
    help->addWidget(question);
    auto *answer
        = new TextLabel(u"Sign in at console.groq.com, open API Keys and choose Create API "
                        "Key. Groq shows it only once."_s,
                        TextStyle::Body, Token::TextSecondary);
    answer->setWordWrap(true);
    help->addWidget(answer);
    auto *open = new QPushButton(themeOf(card).icon(u"open-external"_s), u"Open the key page"_s);
    setCompact(open);
    help->addWidget(open, 0, Qt::AlignLeft);
    help->addStretch();
    row->addWidget(card, 1);
    dialog->setContent(content);
    auto *back = dialog->addButton(u"Back"_s, ButtonKind::Secondary, Dialog::Side::Left);
    back->setIcon(themeOf(back).icon(u"chevron-left"_s));
    dialog->addButton(u"Save without testing"_s);
    dialog->addButton(u"Cancel"_s);
    auto *add = dialog->addButton(u"Add Integration"_s, ButtonKind::Primary);
    dialog->setDefaultButton(add);
    return dialog;
}

} // namespace keyway
