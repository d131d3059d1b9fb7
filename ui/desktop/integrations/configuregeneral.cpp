#include "ui/desktop/integrations/configuredialog.h"
#include "ui/desktop/integrations/limitrow.h"
#include "ui/theme/buttonkind.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meters.h"
#include "ui/widgets/resultline.h"
#include "ui/words/dates.h"
#include "ui/words/errors.h"
#include "ui/words/health.h"
#include "ui/words/money.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

TextLabel *label(const QString &text, QWidget *parent)
{
    auto *words = new TextLabel(text, TextStyle::Body, Token::TextSecondary, parent);
    words->setMinimumWidth(std::max(104, words->sizeHint().width()));
    return words;
}

QTableWidgetItem *cell(const QString &text, Qt::Alignment alignment, bool bold = false)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (bold) {
        QFont font = item->font();
        font.setWeight(QFont::DemiBold);
        item->setFont(font);
    }
    return item;
}

} // namespace

QWidget *ConfigureDialog::makeGeneral()
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    m_general = row;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(27);
    row->addWidget(makeForm(page), 1);
    auto *side = new QVBoxLayout;
    side->setSpacing(12);
    side->addWidget(makeLimitCard(page));
    side->addWidget(makeMonthCard(page));
    side->addStretch(1);
    row->addLayout(side, 1);
    return page;
}

QWidget *ConfigureDialog::makeForm(QWidget *parent)
{
    auto *form = new QWidget(parent);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 3, 0);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    m_name = new QLineEdit(m_before.name, form);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(80);
    grid->addWidget(label(tr("Name"), form), 0, 0);
    grid->addWidget(m_name, 0, 1);
    m_model = new QComboBox(form);
    m_model->setAccessibleName(tr("Default model"));
    m_model->setEditable(true);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    if (service()) {
        for (const Model &model : service()->models)
            m_model->addItem(model.id);
    }
    m_model->setCurrentText(m_before.model);
    grid->addWidget(label(tr("Default model"), form), 1, 0);
    grid->addWidget(m_model, 1, 1);

    const bool keyed = m_before.keySource != KeySource::None;
    auto *keyRow = new QHBoxLayout;
    keyRow->setSpacing(6);
    auto *key = new QLineEdit(
        keyed ? QString(10, QChar(0x2022)) + m_before.keyTail : words::keyWords(m_before), form);
    key->setReadOnly(true);
    key->setFocusPolicy(Qt::NoFocus);
    key->setAccessibleName(keyed ? tr("API key, ends %1").arg(m_before.keyTail) : tr("API key"));
    keyRow->addWidget(key, 1);
    m_test = new QPushButton(tr("Test"), form);
    m_test->setAccessibleName(tr("Test the key"));
    m_replace = new QPushButton(tr("Replace…"), form);
    m_replace->setAccessibleName(tr("Replace the key"));
    m_test->setAutoDefault(false);
    m_replace->setAutoDefault(false);
    keyRow->addWidget(m_test);
    keyRow->addWidget(m_replace);
    m_replace->setVisible(keyed);
    grid->addWidget(label(tr("API key"), form), 2, 0);
    grid->addLayout(keyRow, 2, 1);
    m_newKey = new KeyField(KeyEdit::Kind::Key, tr("New API key of %1").arg(m_summary.serviceName),
                            form);
    if (service())
        m_newKey->edit()->setPrefix(service()->keyPrefixes.value(0));
    m_newKey->hide();
    grid->addWidget(m_newKey, 3, 1);
    m_result = new ResultLine(form);
    grid->addWidget(m_result, 4, 1);
    m_automatic = new QCheckBox(tr("Take part in automatic routing"), form);
    m_automatic->setChecked(m_before.automaticRouting);
    m_fallback = new QCheckBox(tr("Allow as a fallback when another service fails"), form);
    m_fallback->setChecked(m_before.allowFallback);
    grid->addWidget(label(tr("Routing"), form), 5, 0);
    grid->addWidget(m_automatic, 5, 1);
    grid->addWidget(m_fallback, 6, 1);
    column->addLayout(grid);
    column->addStretch(1);

    connect(m_name, &QLineEdit::textChanged, this, &ConfigureDialog::adapt);
    connect(m_model, &QComboBox::currentTextChanged, this, &ConfigureDialog::adapt);
    connect(m_newKey, &KeyField::changed, this, &ConfigureDialog::adapt);
    connect(m_test, &QPushButton::clicked, this, &ConfigureDialog::test);
    connect(m_replace, &QPushButton::clicked, this, [this] {
        if (m_newKey->isHidden())
            showReplace();
        else
            replace(true);
    });
    connect(m_newKey, &KeyField::returnPressed, this, [this] {
        if (m_baseUrl->text().trimmed() == m_before.baseUrl.toString())
            replace(true);
    });
    return form;
}

/// The chooser with what the service itself lists; what it does not list any more says so.
void ConfigureDialog::fillModels(const QList<engine::ModelChoice> &choices)
{
    const QString chosen = m_model->currentText();
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    for (const engine::ModelChoice &choice : choices) {
        m_model->addItem(choice.id);
        const QString hint = choice.missing ? tr("%1 does not list it.").arg(m_summary.serviceName)
            : !choice.price                 ? tr("price unknown")
                                            : choice.name;
        m_model->setItemData(m_model->count() - 1, hint, Qt::ToolTipRole);
    }
    m_model->setCurrentText(chosen);
}

QWidget *ConfigureDialog::makeLimitCard(QWidget *parent)
{
    auto *card = new CardFrame(parent);
    card->setAccessibleName(tr("Monthly limit"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(17, 12, 17, 14);
    column->setSpacing(8);
    auto *title = new TextLabel(tr("Monthly limit"), TextStyle::Body, Token::TextPrimary, card);
    title->setWeight(QFont::DemiBold);
    column->addWidget(title);
    m_limit = new LimitRow(m_today, card, Qt::Vertical);
    m_limit->setLimit(m_before.monthlyLimit, m_before.limitAction);
    column->addWidget(m_limit);
    m_bar = new UsageBar(card);
    m_bar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_bar->setAccessibleName(tr("Used of the monthly limit"));
    column->addWidget(m_bar);
    auto *words = new QHBoxLayout;
    m_used = new TextLabel({}, TextStyle::Small, Token::TextMuted, card);
    m_left = new TextLabel({}, TextStyle::Small, Token::TextMuted, card);
    words->addWidget(m_used, 1);
    words->addWidget(m_left);
    column->addLayout(words);
    connect(m_limit, &LimitRow::changed, this, [this] {
        if (m_limitAgain
            && (m_limitAgain->limit() != m_limit->limit()
                || m_limitAgain->action() != m_limit->action())) {
            const QSignalBlocker quiet(m_limitAgain);
            m_limitAgain->setLimit(m_limit->limit(), m_limit->action());
        }
        adapt();
    });
    return card;
}

void ConfigureDialog::showUsed()
{
    const auto limit = m_limit->limit();
    m_bar->setVisible(limit.has_value());
    m_left->setVisible(limit.has_value());
    if (!limit) {
        m_used->setText(tr("%1 used · no limit").arg(words::money(m_summary.thisMonth)));
        return;
    }
    const Money spent = m_summary.thisMonth;
    m_used->setText(tr("%1 used · %2").arg(words::money(spent), words::percent(spent, *limit)));
    m_left->setText(tr("%1 left").arg(words::money(spent < *limit ? *limit - spent : Money())));
    const BarTone tone = spent >= *limit                         ? BarTone::Over
        : words::limitFullOn(spent, *limit, m_today).has_value() ? BarTone::Warning
                                                                 : BarTone::Normal;
    m_bar->setUsed(words::permille(spent, *limit), tone);
}

QWidget *ConfigureDialog::makeMonthCard(QWidget *parent)
{
    auto *card = new CardFrame(parent);
    card->setAccessibleName(tr("This month by model"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 12, 1, 6);
    column->setSpacing(8);
    auto *title = new QHBoxLayout;
    title->setContentsMargins(14, 0, 14, 0);
    auto *words
        = new TextLabel(tr("This month by model"), TextStyle::Body, Token::TextPrimary, card);
    words->setWeight(QFont::DemiBold);
    title->addWidget(words, 1);
    title->addWidget(
        new TextLabel(words::monthSoFar(m_today), TextStyle::Small, Token::TextMuted, card));
    column->addLayout(title);
    m_month = new QTableWidget(0, 3, card);
    m_month->setAccessibleName(tr("This month by model"));
    m_month->setHorizontalHeaderLabels({tr("Model"), tr("Requests"), tr("Cost")});
    m_month->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_month->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_month->horizontalHeaderItem(2)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_month->verticalHeader()->hide();
    m_month->verticalHeader()->setDefaultSectionSize(28);
    m_month->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_month->horizontalHeader()->setHighlightSections(false);
    m_month->setShowGrid(false);
    m_month->setFrameShape(QFrame::NoFrame);
    m_month->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_month->setTabKeyNavigation(false);
    column->addWidget(m_month);
    return card;
}

void ConfigureDialog::fillMonth(const QList<engine::ServiceTotal> &models)
{
    m_month->setRowCount(static_cast<int>(models.size()) + 1);
    QList<Money> costs;
    Money total;
    qint64 requests = 0;
    for (const auto &model : models) {
        costs += model.platformCost;
        total += model.platformCost;
        requests += model.requests;
    }
    const QStringList shown = words::addedUp(costs, total);
    for (int row = 0; row < models.size(); ++row) {
        m_month->setItem(row, 0, cell(models.at(row).name, Qt::AlignLeft));
        m_month->setItem(row, 1, cell(words::count(models.at(row).requests), Qt::AlignRight));
        m_month->setItem(row, 2, cell(shown.at(row), Qt::AlignRight));
    }
    const int last = static_cast<int>(models.size());
    m_month->setItem(last, 0, cell(tr("Total"), Qt::AlignLeft, true));
    m_month->setItem(last, 1, cell(words::count(requests), Qt::AlignRight, true));
    m_month->setItem(last, 2, cell(shown.last(), Qt::AlignRight, true));
    m_month->setFixedHeight(std::min(last + 1, 7) * 28
                            + m_month->horizontalHeader()->sizeHint().height() + 2);
}

void ConfigureDialog::test()
{
    m_result->show(Status::Info, tr("Asking %1…").arg(m_summary.serviceName));
    m_test->setEnabled(false);
    m_backend->test(m_before.id, this, [this](Result<KeyCheck> result) {
        m_test->setEnabled(true);
        if (!result)
            return showProblem(result.error());
        const int models = static_cast<int>(result->models.size());
        m_result->show(Status::Active, tr("Tested just now."),
                       models > 0 ? tr("%1 accepted it and offers %n model(s).", nullptr, models)
                                        .arg(m_summary.serviceName)
                                  : tr("%1 accepted it.").arg(m_summary.serviceName));
        Q_EMIT saved();
    });
}

void ConfigureDialog::showReplace()
{
    m_newKey->show();
    m_newKey->setFocus(Qt::OtherFocusReason);
    m_replace->setText(tr("Use this key"));
}

void ConfigureDialog::replace(bool test)
{
    if (m_newKey->isEmpty() || m_busy)
        return;
    m_busy = true;
    adapt();
    m_newKey->setBusy(true, tr("Asking %1…").arg(m_summary.serviceName));
    m_backend->replaceKey(m_before.id, m_newKey->secret(), test, this, [this](Result<Done> result) {
        m_busy = false;
        m_newKey->setBusy(false);
        if (!result)
            return showProblem(result.error());
        m_newKey->edit()->clear();
        m_newKey->hide();
        m_replace->setText(tr("Replace…"));
        m_result->show(Status::Active, tr("The key is replaced."),
                       tr("The old one is deleted here."));
        adapt();
        Q_EMIT saved();
    });
}

} // namespace keyway
