#include "requestdetails.h"

#include "ui/desktop/usage/recordwords.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollpage.h"
#include "ui/words/apps.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

} // namespace

RequestDetails::RequestDetails(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel({}, TextStyle::Heading, Token::TextPrimary, this))
    , m_subtitle(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_rows(new QWidget)
    , m_why(new TextLabel({}, TextStyle::Body, Token::TextPrimary))
    , m_close(iconButton(u"close"_s, tr("Close the details"), ButtonKind::Ghost, this))
    , m_copy(iconButton(u"copy"_s, tr("Copy the details"), ButtonKind::Ghost, this))
{
    setAccessibleName(tr("Details of the request"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 6, 8);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    head->addLayout(titles, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    head->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(head);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setSpacing(8);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    inside->addWidget(m_rows);
    m_why->setWordWrap(true);
    m_why->hide();
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    inside->addWidget(m_why);
    inside->addStretch(1);
    auto *scroll = new ScrollPage(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setMargins({0, 0, 12, 8});
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    connect(m_close, &QToolButton::clicked, this, &RequestDetails::closeRequested);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text()); });
}

void RequestDetails::clear()
{
    m_lines.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

void RequestDetails::heading(const QString &text)
{
    auto *label = new TextLabel(text, TextStyle::Small, Token::TextSecondary, m_rows);
    label->setWeight(QFont::DemiBold);
    label->setContentsMargins(0, m_lines.isEmpty() ? 0 : 8, 0, 0);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 2);
    m_lines.append(text);
}

void RequestDetails::line(const QString &label, const QString &value, bool strong)
{
    if (value.isEmpty())
        return;
    const int row = m_grid->rowCount();
    auto *left = new TextLabel(label, TextStyle::Body, Token::TextSecondary, m_rows);
    auto *right = new TextLabel(value, TextStyle::Body, Token::TextPrimary, m_rows);
    right->setWeight(strong ? QFont::DemiBold : QFont::Normal);
    right->setWordWrap(true);
    right->setAlignment(Qt::AlignRight | Qt::AlignTop);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(left, row, 0, Qt::AlignTop);
    m_grid->addWidget(right, row, 1);
    m_lines.append(u"%1: %2"_s.arg(label, value));
}

void RequestDetails::fill()
{
    const UsageRecord &r = m_record;
    const QLocale locale;
    const bool known = r.costState != CostState::Unknown;
    heading(tr("Cost"));
    line(tr("Platform cost"), known ? words::exactMoney(r.platformCost) : tr("unknown"));
    if (known) {
        line(tr("Platform fee"), words::exactMoney(r.platformFee));
        line(tr("Total"), words::exactMoney(r.total()), true);
    }
    if (r.costState == CostState::Estimated)
        line(tr("How sure"), tr("estimated: the service did not tell what was used"));
    line(tr("Provider says"), r.statedCost ? words::exactMoney(*r.statedCost) : serviceSaysText(r));
    line(tr("Price list"), r.priceVersion == "own"_L1 ? tr("your own price") : r.priceVersion);

    heading(tr("Usage"));
    const TokenUsage &usage = r.usage;
    const auto count = [&](const QString &label, qint64 units) {
        if (units > 0)
            line(label, words::count(units));
    };
    count(tr("Tokens in"), usage[Counter::InUncached]);
    count(tr("From cache"), usage[Counter::InCacheRead]);
    count(tr("To cache"), usage[Counter::InCacheWriteA] + usage[Counter::InCacheWriteB]);
    count(tr("Pictures, sound and video in"),
          usage[Counter::InAudio] + usage[Counter::InImage] + usage[Counter::InVideo]);
    count(tr("Tokens out"), usage.tokensOut());
    count(tr("of which thinking"), usage.outThinking());
    count(tr("Images"), usage[Counter::Images]);
    count(tr("Seconds of video"), usage[Counter::VideoSeconds]);
    count(tr("Searches and other calls"),
          usage[Counter::CallsWebSearch] + usage[Counter::CallsOther]);

    heading(tr("Request"));
    line(tr("Outcome"), outcomeText(r.outcome), r.outcome != Outcome::Completed);
    if (r.httpStatus > 0 || !r.serviceCode.isEmpty())
        line(tr("Answer"),
             u"%1 %2"_s
                 .arg(r.httpStatus > 0 ? QString::number(r.httpStatus) : QString(), r.serviceCode)
                 .trimmed());
    line(tr("Started"), locale.toString(r.startedAt.toLocalTime(), QLocale::ShortFormat));
    if (r.firstTokenMs)
        line(tr("First word after"), words::duration(std::chrono::milliseconds(*r.firstTokenMs)));
    line(tr("Took"), words::duration(std::chrono::milliseconds(r.durationMs)));
    line(tr("Integration"), r.integrationName);
    if (!r.modelReported.isEmpty() && r.modelReported != r.model)
        line(tr("Model that answered"), r.modelReported);
    line(tr("Routed by"), words::strategyWord(r.strategy));
    line(tr("Attempt"), r.attempt > 1 ? QString::number(r.attempt) : QString());
    line(tr("App"), words::appWord(r.app));
    line(tr("The service's number"), r.serviceRequestId);
    line(tr("Record"), r.recordId.toString());
}

void RequestDetails::setRecord(const UsageRecord &record, const QString &serviceName)
{
    if (record.recordId != m_record.recordId)
        m_why->hide();
    m_record = record;
    clear();
    m_title->setText(serviceName);
    m_subtitle->setText(record.model);
    fill();
}

void RequestDetails::setPlan(const std::optional<routing::RoutePlan> &plan)
{
    m_why->setVisible(plan.has_value());
    if (plan)
        m_why->setTitleAndText(tr("Why this service?"),
                               words::whyThisService(*plan, m_record.integrationId));
}

QString RequestDetails::text() const
{
    QStringList lines{u"%1 · %2"_s.arg(m_title->text(), m_subtitle->text())};
    lines += m_lines;
    return lines.join(u'\n');
}

void RequestDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace keyway
